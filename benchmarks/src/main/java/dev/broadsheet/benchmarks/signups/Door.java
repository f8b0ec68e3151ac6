package dev.broadsheet.benchmarks.signups;

/** Where a sign-up is handed in, and which share of pgbench's it should reach. */
enum Door {
    SERVICE("subscription-service", 0.5),
    GATEWAY("gateway", 0.35);

    private final String title;
    private final double aim;

    Door(String title, double aim) {
        this.title = title;
        this.aim = aim;
    }

    String title() {
        return title;
    }

    double aim() {
        return aim;
    }
}
