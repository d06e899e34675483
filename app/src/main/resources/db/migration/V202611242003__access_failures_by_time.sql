-- Old failures are deleted at each new one.
create index on access.failure (at);
