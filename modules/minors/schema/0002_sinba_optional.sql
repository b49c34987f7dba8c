-- SPDX-License-Identifier: EUPL-1.2
-- What SINBA takes and does not require: the parents, foster care, the facility, who works with the équipe. All of it
-- sealed.

alter table minors_file add column disability_certificate TEXT;
alter table minors_file add column father_citizenship TEXT;
alter table minors_file add column father_region TEXT;
alter table minors_file add column father_education TEXT;
alter table minors_file add column father_occupation TEXT;
alter table minors_file add column mother_citizenship TEXT;
alter table minors_file add column mother_region TEXT;
alter table minors_file add column mother_education TEXT;
alter table minors_file add column mother_occupation TEXT;
alter table minors_file add column foster_form TEXT;
alter table minors_file add column foster_kind TEXT;
alter table minors_file add column foster_duration TEXT;
alter table minors_file add column foster_nature TEXT;
alter table minors_file add column foster_outcome TEXT;
alter table minors_file add column facility_nature TEXT;
alter table minors_file add column facility_form TEXT;
alter table minors_file add column facility_kind TEXT;
alter table minors_file add column facility_outcome TEXT;
alter table minors_file add column collaboration TEXT;
