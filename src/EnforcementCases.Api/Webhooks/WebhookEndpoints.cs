using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Routes of subscriptions to events (事件推送).</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/admin/webhooks").WithTags("Webhooks 事件推送");
        webhooks.MapQuery<ListWebhooksQuery, IReadOnlyList<WebhookDetails>>(
            "/",
            "Lists the subscriptions of other systems, with how many events wait and how many were given up."
        );
        webhooks.MapCreate<SubscribeWebhookCommand, WebhookWithSecret>(
            "/",
            _ => "/api/v1/admin/webhooks",
            "Subscribes another system to events; returns the secret of the signatures, which is shown only here."
        );
        webhooks.MapCommand<ReplaceWebhookSecretCommand, WebhookWithSecret>(
            "/{id:guid}/secret",
            id => new(id),
            "Replaces the secret of the signatures at once."
        );
        webhooks.MapCommand<ReplayWebhookCommand, WebhookReplay>(
            "/{id:guid}/replay",
            (c, id) => c with { Id = id },
            "Sends again the events of a stretch of sequences, in order per case."
        );
        webhooks.MapEnd<EndWebhookCommand>("/{id:guid}", id => new(id), "Ends a subscription; what waits is not sent.");
        webhooks.MapQuery<ListWebhookDeliveriesQuery, Page<WebhookDeliveryLine>>(
            "/deliveries",
            "Lists the events of a subscription by sequence: what waits, was delivered, or was given up."
        );
    }
}
