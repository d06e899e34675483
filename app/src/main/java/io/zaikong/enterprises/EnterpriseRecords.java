package io.zaikong.enterprises;

import java.util.List;

/** What another capability has of an enterprise; contributed as a bean, shown on its page. */
@FunctionalInterface
public interface EnterpriseRecords {

  /**
   * A link to records, with their number.
   *
   * @param textKey of what they are
   */
  record Link(String textKey, long count, String href) {}

  List<Link> listLinks(long enterpriseId);
}
