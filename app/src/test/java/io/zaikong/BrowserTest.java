package io.zaikong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests in a real browser. Without one they are skipped; the report of the tests counts them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(value = "io.zaikong.TestBrowser#isInstalled", disabledReason = TestBrowser.NOT_INSTALLED)
@ExtendWith(TestBrowser.class)
public @interface BrowserTest {}
