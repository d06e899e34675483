-- A role or scope that is taken on the day it was given ends before that day: it was never in effect.
alter table org.account_role drop constraint account_role_check;
alter table org.account_role add constraint account_role_check check (valid_to >= valid_from - 1);
alter table org.account_scope drop constraint account_scope_check;
alter table org.account_scope add constraint account_scope_check check (valid_to >= valid_from - 1);
