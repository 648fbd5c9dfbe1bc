import { now } from '../facts/now';

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** How long an expired exception only warns, in days. */
export const graceDays = 14;

/** How far away an expiry may be, in days: a leap year. */
export const maximumDays = 366;

/** Whether it is a day of the calendar, written as `2026-12-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day to show how one is written, good to be pasted: in three months. */
export function sampleDay(): string {
  return new Date(now().getTime() + 90 * millisecondsOfDay).toISOString().slice(0, 10);
}

/** How many days ago something ended that was good until the end of a day (UTC); 0 or less while it is good. */
export function daysSince(day: string): number {
  return Math.ceil((now().getTime() - Date.parse(day) - millisecondsOfDay + 1) / millisecondsOfDay);
}

/** How many days away a day is. */
export function daysUntil(day: string): number {
  return (Date.parse(day) - now().getTime()) / millisecondsOfDay;
}
