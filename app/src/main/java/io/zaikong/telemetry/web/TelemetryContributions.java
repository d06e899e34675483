package io.zaikong.telemetry.web;

import io.zaikong.enterprises.EnterpriseRecords;
import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.Rulings;
import io.zaikong.hazards.Sources;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.telemetry.GatewayFilter;
import io.zaikong.telemetry.GatewayRegister;
import io.zaikong.telemetry.SensorFilter;
import io.zaikong.telemetry.Sensors;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register adds to others: menu, figures, records of sources and enterprises, rules. */
@Configuration
class TelemetryContributions {

  @Bean
  MenuEntry sensorsEntry() {
    return new MenuEntry(Group.MONITORING, 30, "telemetry.sensors", "gauge", "/telemetry/sensors");
  }

  @Bean
  MenuEntry telemetryGatewaysEntry() {
    return new MenuEntry(
        Group.MONITORING, 40, "telemetry.gateways", "plug-connected", "/telemetry/gateways");
  }

  @Bean
  FigureSource telemetryFigures(Sensors sensors) {
    return new TelemetryFigures(sensors);
  }

  @Bean
  Sources.Records sensorsOfSource(Sensors sensors) {
    return new SensorsOfSource(sensors);
  }

  @Bean
  EnterpriseRecords telemetryOfEnterprise(GatewayRegister gateways, Sensors sensors) {
    return enterprise ->
        List.of(
            new EnterpriseRecords.Link(
                "telemetry.gateways",
                gateways.count(GatewayFilter.of(enterprise)),
                "/telemetry/gateways?enterprise=" + enterprise),
            new EnterpriseRecords.Link(
                "telemetry.sensors",
                sensors.count(SensorFilter.ofEnterprise(enterprise)),
                "/telemetry/sensors?enterprise=" + enterprise));
  }

  @Bean
  Rulings.Table limitRules() {
    return new LimitRuleTable();
  }
}
