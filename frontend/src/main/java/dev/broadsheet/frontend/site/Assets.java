package dev.broadsheet.frontend.site;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** All files that pages refer to. Templates know them as {@code cdi:assets}. */
@Named("assets")
@Singleton
public class Assets {

    private final Asset stylesheet = Asset.load("site.css", "text/css;charset=UTF-8");
    private final Asset icon = Asset.load("icon.svg", "image/svg+xml");

    private final Asset proofScript = Asset.load("proof.js", "text/javascript;charset=UTF-8");

    public String stylesheet() {
        return stylesheet.path();
    }

    public String icon() {
        return icon.path();
    }

    public String proofScript() {
        return proofScript.path();
    }

    Optional<Asset> named(String name) {
        return Stream.of(stylesheet, icon, proofScript)
                .filter(asset -> asset.name().equals(name))
                .findFirst();
    }
}
