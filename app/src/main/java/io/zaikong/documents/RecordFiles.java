package io.zaikong.documents;

import io.zaikong.shell.Form;
import java.util.List;

/**
 * What the components {@code documents/issued} and {@code documents/attachments} show of one
 * record.
 *
 * @param path of the record's page; attachments are posted to {@code PATH/attachments} and {@code
 *     PATH/attachments/ID/remove}
 * @param form what was typed and refused
 */
public record RecordFiles(
    String path,
    List<IssuedDocument> issued,
    List<Attachment> attachments,
    boolean mayAttach,
    boolean mayRemove,
    int maxMb,
    Form form) {}
