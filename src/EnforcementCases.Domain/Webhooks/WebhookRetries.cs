namespace EnforcementCases.Domain.Webhooks;

/// <summary>When an event that its receiver did not take is sent again: about a day in all, then it waits for an administrator (死信).</summary>
public static class WebhookRetries
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(8),
    ];

    /// <summary>How often an event is sent before it is given up.</summary>
    public static int MostAttempts => Waits.Length + 1;

    /// <summary>How long to wait after a failed attempt; null if it was the last one.</summary>
    /// <param name="attempts">Attempts so far, at least 1.</param>
    public static TimeSpan? WaitAfter(int attempts) => attempts > Waits.Length ? null : Waits[Math.Max(attempts, 1) - 1];
}
