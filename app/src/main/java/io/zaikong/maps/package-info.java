/**
 * What lies under the layers of the map: the boundaries of divisions that the bureau imports, and
 * the tiles of a map server that the application fetches for the browser.
 *
 * <p>Basis: 测绘法 (2017) art. 38, 地图管理条例 art. 7: public maps come from who may make them, so none is
 * delivered with the program. Terms: a datum is WGS-84, CGCS2000 (equal within a metre) or the
 * shifted GCJ-02; what is stored is WGS-84. Invariants: an import is all or nothing and takes the
 * place of an earlier one division by division, which stays on record; the browser asks this
 * application alone; a tile is an image by its own first bytes; nothing but a public address is
 * connected to unless the operator of the machine says otherwise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "org", "edge"})
package io.zaikong.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
