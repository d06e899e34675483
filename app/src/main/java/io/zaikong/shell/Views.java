package io.zaikong.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A handler that returns {@code hazards/list} shows the template io/zaikong/hazards/list.jte, whose
 * parameters are the model's entries and {@code page}.
 */
@Component
class Views implements ViewResolver, Ordered {

  private static final String REDIRECT = "redirect:";

  private final TemplateEngine engine;
  private final Pages pages;

  Views(TemplateEngine engine, Pages pages) {
    this.engine = engine;
    this.pages = pages;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith(REDIRECT)) {
      RedirectView redirect = new RedirectView(name.substring(REDIRECT.length()), true);
      redirect.setExposeModelAttributes(false);
      return redirect;
    }
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new Template(template) : null;
  }

  /**
   * Written only once the whole template has been rendered, so that an error still gets its page.
   */
  private final class Template implements View {

    private final String name;

    Template(String name) {
      this.name = name;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> parameters = model == null ? new HashMap<>() : new HashMap<>(model);
      parameters.put("page", pages.of(request));
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(name, parameters, output);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
