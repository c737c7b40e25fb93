import { assigned, type PackRule, token } from "./pack-rule.ts";

const SLACK =
  "Revoke it with the method `auth.revoke` or in the app's settings at https://api.slack.com/apps.";

export const MESSAGING: readonly PackRule[] = [
  {
    id: "slack-token",
    title: "Slack bot, user or refresh token",
    regex: token("xox[abeoprs](?:\\.xox[bp])?-[0-9A-Za-z-]{20,250}"),
    keywords: ["xoxa", "xoxb", "xoxe", "xoxo", "xoxp", "xoxr", "xoxs"],
    severity: "high",
    entropy: 2.5,
    help: SLACK,
  },
  {
    id: "slack-app-token",
    title: "Slack app-level token",
    regex: token("xapp-\\d-[A-Z0-9]{8,14}-\\d{9,15}-[0-9a-f]{64}"),
    keywords: ["xapp-"],
    severity: "high",
    help: SLACK,
  },
  {
    id: "slack-webhook",
    title: "Slack webhook URL",
    regex:
      "(https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[0-9A-Za-z+/]{30,80})",
    keywords: ["hooks.slack"],
    severity: "medium",
    entropy: 3.5,
    help: "Remove the webhook in the app's settings at https://api.slack.com/apps.",
  },
  {
    id: "discord-bot-token",
    title: "Discord bot token",
    regex: assigned(
      "discord|bot[_.-]?token",
      "[MNO][0-9A-Za-z_-]{23,27}\\.[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{27,38}",
    ),
    keywords: ["discord", "bot"],
    severity: "high",
    entropy: 4,
    help: "Reset it at https://discord.com/developers/applications.",
  },
  {
    id: "discord-webhook",
    title: "Discord webhook URL",
    regex:
      "(https://(?:canary\\.|ptb\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[0-9A-Za-z_-]{60,80})",
    keywords: ["/api/webhooks/"],
    severity: "medium",
    help: "Delete the webhook in the channel's settings under Integrations.",
  },
  {
    id: "telegram-bot-token",
    title: "Telegram bot token",
    regex: "(?:^|\\b|bot)(\\d{8,10}:AA[0-9A-Za-z_-]{32,33})(?:[^0-9A-Za-z_-]|$)",
    keywords: [":aa"],
    severity: "high",
    entropy: 3.5,
    help: "Revoke it with the command /revoke at @BotFather.",
  },
  {
    id: "twilio-api-key",
    title: "Twilio API key",
    regex: token("SK[0-9a-f]{32}"),
    keywords: ["sk"],
    severity: "high",
    entropy: 3,
    help: "Delete it in the Twilio console under API keys & tokens.",
  },
  {
    id: "sendgrid-api-key",
    title: "SendGrid API key",
    regex: token("SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}"),
    keywords: ["sg."],
    severity: "high",
    help: "Delete it at https://app.sendgrid.com/settings/api_keys.",
  },
  {
    id: "mailgun-api-key",
    title: "Mailgun API key",
    regex: token("key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"),
    keywords: ["key-", "mailgun"],
    severity: "high",
    entropy: 3,
    help: "Reset it in Mailgun under Settings, API keys.",
  },
  {
    id: "mailchimp-api-key",
    title: "Mailchimp API key",
    regex: token("[0-9a-f]{32}-us\\d{1,2}"),
    // "-us" alone stands in every other text ("non-user").
    keywords: Array.from({ length: 10 }, (_, digit) => `-us${digit}`),
    severity: "high",
    entropy: 3,
    help: "Revoke it in Mailchimp under Account, Extras, API keys.",
  },
  {
    id: "resend-api-key",
    title: "Resend API key",
    regex: token("re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}"),
    keywords: ["re_"],
    severity: "high",
    help: "Delete it at https://resend.com/api-keys.",
  },
];
