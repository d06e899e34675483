-- Why a reminder was taken back; null for those answered, and for those ended before this was kept.
alter table coverage.reminder add column ended_reason text;
