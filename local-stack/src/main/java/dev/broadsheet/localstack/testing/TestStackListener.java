package dev.broadsheet.localstack.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the stack before a module's first test and stops it after the last. Found by JUnit through META-INF/services. */
public final class TestStackListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        TestStackSettings.ofClassPath(Thread.currentThread().getContextClassLoader())
                .ifPresent(TestStack::open);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestStack.closeIfOpen();
    }
}
