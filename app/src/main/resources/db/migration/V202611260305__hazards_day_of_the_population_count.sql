-- When the people around a plant were counted; null while not stated.
alter table hazards.site add column population_counted_on date;
