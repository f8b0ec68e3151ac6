package dev.broadsheet.markup;

import org.commonmark.node.Node;

/** A walk over parsed Markdown in the order of the text. By hand, because a recursive one overflows the stack on nesting. */
interface NodeWalk {

    void enter(Node node);

    /** After everything that is in the node. */
    default void leave(Node node) {}

    static void over(Node root, NodeWalk walk) {
        Node node = root;
        while (node != null) {
            walk.enter(node);
            node = node.getFirstChild() != null ? node.getFirstChild() : leaveUpToTheNext(node, root, walk);
        }
    }

    private static Node leaveUpToTheNext(Node node, Node root, NodeWalk walk) {
        Node climbing = node;
        walk.leave(climbing);
        while (climbing != root && climbing.getNext() == null) {
            climbing = climbing.getParent();
            walk.leave(climbing);
        }
        return climbing == root ? null : climbing.getNext();
    }
}
