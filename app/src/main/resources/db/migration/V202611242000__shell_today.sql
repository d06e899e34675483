-- The day on which the transaction acts, by the application's clock: the server's may differ, and has another time zone.
create function shell.today() returns date language sql stable parallel safe
  as $$ select nullif(current_setting('zaikong.today', true), '')::date $$;
