package io.zaikong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point. */
@SpringBootApplication
public class Zaikong {

  public static void main(String[] args) {
    SpringApplication.run(Zaikong.class, args);
  }
}
