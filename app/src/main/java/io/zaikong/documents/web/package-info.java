/** Pages of documents: the issued ones, attachments, numbers. */
@NullMarked
package io.zaikong.documents.web;

import org.jspecify.annotations.NullMarked;
