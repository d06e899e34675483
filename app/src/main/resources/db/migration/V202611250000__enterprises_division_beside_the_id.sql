-- What refers to an enterprise may keep its division code beside the id: a foreign key on both keeps it right.
alter table enterprises.enterprise add constraint enterprise_id_division unique (id, division_code);
