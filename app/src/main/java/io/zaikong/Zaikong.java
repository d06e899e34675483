package io.zaikong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The entry point. */
@EnableScheduling
@SpringBootApplication
public class Zaikong {

  public static void main(String[] args) {
    SpringApplication.run(Zaikong.class, args);
  }
}
