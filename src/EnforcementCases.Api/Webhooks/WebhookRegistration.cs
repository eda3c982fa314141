using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Registers the sending of events to other systems.</summary>
internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(WebhookSettings.From(configuration))
            .AddSingleton<ReceiverAddress>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookDispatcher>()
            .AddSnapshot<WebhookDirectory>()
            .AddHostedService<WebhookLoop>()
            .AddFollowUp<OutboxFollowUp>()
            .AddRights(WebhookRights.Rows)
            .AddRecurringJobs(WebhookJobs.All);
}
