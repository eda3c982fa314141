using System.Net;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Settings of the sending of events (<c>Webhooks:</c>).</summary>
/// <param name="Enabled"><c>Enabled</c>: whether this process sends; default true.</param>
/// <param name="AllowedNetworks"><c>AllowedNetworks:0</c> and so on: private networks in which receivers may be, in CIDR notation; default none.</param>
/// <param name="AnswerWithin"><c>AnswerSeconds</c>: how long a receiver may take to answer, 1 to 60; default 10.</param>
/// <param name="Kept"><c>KeepDays</c>: how many days events are kept after they were delivered or given up, at least 1; replay reaches that far; default 30.</param>
internal sealed record WebhookSettings(bool Enabled, IReadOnlyList<IPNetwork> AllowedNetworks, TimeSpan AnswerWithin, TimeSpan Kept)
{
    private const int LongestAnswer = 60;

    public static WebhookSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Webhooks");
        return new(
            section.GetValue("Enabled", true),
            [.. section.GetSection("AllowedNetworks").GetChildren().Select(n => IPNetwork.Parse(n.Value ?? ""))],
            TimeSpan.FromSeconds(Math.Clamp(section.GetValue("AnswerSeconds", 10), 1, LongestAnswer)),
            TimeSpan.FromDays(Math.Max(section.GetValue("KeepDays", 30), 1))
        );
    }
}
