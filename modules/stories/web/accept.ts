// SPDX-License-Identifier: EUPL-1.2
// What a telephone is asked for; what a file is its bytes say.
export const ACCEPT: Record<string, string> = {
    PHOTO: "image/jpeg,image/png,image/webp,image/*",
    AUDIO: "audio/*,.mp3,.m4a,.ogg",
    VIDEO: "video/mp4,video/webm,video/*",
};
