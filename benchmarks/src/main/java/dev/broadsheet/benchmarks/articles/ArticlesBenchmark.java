package dev.broadsheet.benchmarks.articles;

import dev.broadsheet.benchmarks.Program;
import dev.broadsheet.benchmarks.Progress;
import dev.broadsheet.benchmarks.http.Api;
import dev.broadsheet.benchmarks.load.Calm;
import dev.broadsheet.benchmarks.newsroom.Newsroom;
import dev.broadsheet.benchmarks.newsroom.RunFolder;
import dev.broadsheet.benchmarks.nginx.Nginx;
import dev.broadsheet.benchmarks.nginx.StaticSite;
import dev.broadsheet.benchmarks.report.Figure;
import dev.broadsheet.benchmarks.report.Machine;
import dev.broadsheet.benchmarks.report.Numbers;
import dev.broadsheet.benchmarks.report.Report;
import dev.broadsheet.benchmarks.report.Section;
import dev.broadsheet.benchmarks.report.Table;
import dev.broadsheet.benchmarks.wrk.Wrk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading, searching, paging and publishing articles, in a newsroom that has many. */
public final class ArticlesBenchmark {

    private static final String WRK = "wrk";
    private static final String NGINX = "nginx";

    private final Plan plan;
    private final Path root;
    private final Path kept;
    private final Progress progress;
    private final Vocabulary vocabulary = Vocabulary.create();
    private final Calm calm = new Calm();

    /**
     * @param root the checkout whose packaged services are measured
     * @param kept where the run may have a folder
     */
    public ArticlesBenchmark(Plan plan, Path root, Path kept, Progress progress) {
        this.plan = plan;
        this.root = root;
        this.kept = kept;
        this.progress = progress;
    }

    public Report run() {
        Map<String, Program> programs = Program.require(List.of(WRK, NGINX));
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        RunFolder folder = RunFolder.createIn(kept);
        progress.step("Starting the newsroom in " + folder.path());
        List<Section> sections;
        try (Newsroom newsroom = Newsroom.start(root, folder.folder("newsroom"), Map.of())) {
            sections = measure(newsroom, folder, programs);
            newsroom.requireUndisturbed();
            progress.step("Stopping the newsroom");
        }
        // After a failure it stays, with its logs.
        folder.delete();
        return new Report(
                "articles",
                startedAt.toString(),
                Duration.between(startedAt, Instant.now()).toSeconds(),
                Machine.current(),
                Map.of(
                        WRK,
                        Wrk.version(programs.get(WRK)),
                        NGINX,
                        programs.get(NGINX).output("-v").trim()),
                settings(),
                calm.throughout(),
                sections);
    }

    private List<Section> measure(Newsroom newsroom, RunFolder folder, Map<String, Program> programs) {
        Api service = new Api(newsroom.articleService());
        Api gateway = new Api(newsroom.gateway());
        Desk desk = new Desk(gateway, newsroom.tokens().editor());
        Stock stock = new Stock(desk, new Drafts(vocabulary), progress);
        List<Section> sections = new ArrayList<>();

        desk.prepare();
        progress.step("Publishing " + plan.articles() + " articles");
        long start = System.nanoTime();
        List<String> slugs = stock.publish(plan.articles());
        sections.add(loading(System.nanoTime() - start));
        awaitCalm();

        sections.add(reading(newsroom, folder, programs, slugs));
        awaitCalm();
        sections.add(new Searching(new SearchQueries(vocabulary), plan, progress).measure(service, gateway));
        sections.add(new Paging(service, plan.pageSamples(), progress)
                .measure(Newsdesk.TOPICS.get(0).slug(), vocabulary.telling().get(0)));

        progress.step("Drafting what will be published");
        List<String> warmUp = stock.draft(plan.articles(), plan.warmUpPublishings());
        List<String> drafts = stock.draft(plan.articles() + warmUp.size(), plan.publishings());
        awaitCalm();
        sections.add(new Publishing(desk, newsroom.bootstrapServers(), progress).measure(warmUp, drafts));
        return sections;
    }

    private Section reading(Newsroom newsroom, RunFolder folder, Map<String, Program> programs, List<String> slugs) {
        progress.step("Copying the articles for nginx");
        Path tools = folder.folder("tools");
        Copy copy = new Copy(new Api(newsroom.articleService()), new Api(newsroom.gateway()));
        StaticSite site = copy.site(folder.folder("site"));
        List<Target> targets = copy.into(site, slugs, tools.resolve("paths.txt"));
        Wrk wrk = new Wrk(programs.get(WRK), "reads.lua", tools, Plan.WRK_THREADS, Plan.WRK_CONNECTIONS);
        try (Nginx nginx = Nginx.serve(programs.get(NGINX), folder.folder("nginx"), site)) {
            return new Reading(
                            wrk,
                            plan.roundSeconds(),
                            Map.of(
                                    Reading.Server.NGINX,
                                    nginx.url(),
                                    Reading.Server.SERVICE,
                                    newsroom.articleService(),
                                    Reading.Server.GATEWAY,
                                    newsroom.gateway()),
                            progress)
                    .measure(targets);
        }
    }

    private Section loading(long nanoseconds) {
        double perSecond = plan.articles() / (nanoseconds / 1e9);
        Figure figure = Figure.of("articles drafted and published, 8 at once", perSecond, "a second");
        return new Section(
                "Filling the newsroom through the desk's API",
                new Table(
                        List.of("articles", "a second"),
                        List.of(List.of(Integer.toString(plan.articles()), Numbers.plain(perSecond)))),
                List.of(figure),
                Map.of("perSecond", perSecond));
    }

    private void awaitCalm() {
        progress.step("Waiting until the machine is calm");
        if (!calm.await()) {
            progress.step("It is not: something else keeps it busy, and the figures will be worse for it");
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = plan.settings();
        settings.put("serviceJavaOptions", Newsroom.serviceJavaOptions());
        return settings;
    }
}
