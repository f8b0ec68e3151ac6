package dev.broadsheet.article.topics;

import java.util.List;

/** All sections, in the newsroom's order. */
public record TopicList(List<TopicView> items) {}
