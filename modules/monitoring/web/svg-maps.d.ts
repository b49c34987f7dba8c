// SPDX-License-Identifier: EUPL-1.2
// The types that @svg-maps/italy speaks of and does not bring along.
declare module "svg-maps__common" {
    export interface Map {
        viewBox: string;
        locations: { id: string; name: string; path: string }[];
    }
}
