package io.zaikong.edge;

import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteAddrValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Behind a proxy, refuses whoever comes by plain HTTP and is neither it nor this machine. */
@Component
@ConditionalOnProperty("zaikong.proxy")
class ProxyOnly implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final String THIS_MACHINE = "127\\..*|0:0:0:0:0:0:0:1|::1";

  private final String proxy;

  ProxyOnly(@Value("${zaikong.proxy}") String proxy) {
    this.proxy = proxy;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    RemoteAddrValve valve = new RemoteAddrValve();
    valve.setUsePeerAddress(true); // who is connected, not whom a header names
    valve.setAllow(THIS_MACHINE + "|" + Pattern.quote(proxy));
    factory.addEngineValves(valve);
  }
}
