-- Whoever refers to a source may keep its enterprise and division beside the id: a foreign key on all three keeps them right.
alter table hazards.source add constraint source_with_enterprise unique (id, enterprise_id, division_code);
