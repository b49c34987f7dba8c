// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type Board = Answer<"housing.show_board">;
export type BoardPlace = Board["items"][number];
export type BoardBed = BoardPlace["beds"][number];
export type Place = Answer<"housing.get_place">;
export type Bed = Place["beds"][number];
export type Request = Answer<"housing.get_request">;
export type Stay = Answer<"housing.get_stay">;
export type Agreement = Answer<"housing.write_agreement">;
export type Support = Answer<"housing.get_support">;
export type Instalment = Support["instalments"][number];
export type UpkeepLine = Answer<"housing.list_upkeep">["items"][number];
