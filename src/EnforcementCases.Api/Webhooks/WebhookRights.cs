using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Who may do what with subscriptions to events: one line per operation.</summary>
internal static class WebhookRights
{
    public static IEnumerable<Right> Rows =>
        [
            Administer("ListWebhooks", "查看事件订阅", Administrator),
            StepUp(Administer("SubscribeWebhook", "设立事件订阅", Administrator)),
            StepUp(Administer("ReplaceWebhookSecret", "更换推送签名密钥", Administrator)),
            StepUp(Administer("EndWebhook", "终止事件订阅", Administrator)),
            Administer("ListWebhookDeliveries", "查看事件推送记录", Administrator),
            StepUp(Administer("ReplayWebhook", "重新推送事件", Administrator)),
            BySystem("RemoveDeliveredEvents", "清理超过保存期限的推送记录"),
        ];
}
