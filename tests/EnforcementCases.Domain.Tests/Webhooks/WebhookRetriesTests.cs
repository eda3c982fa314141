using EnforcementCases.Domain.Webhooks;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Webhooks;

/// <summary>When an event is sent again.</summary>
public sealed class WebhookRetriesTests
{
    [Fact]
    public void Waits_grow_over_hours_and_end_after_about_a_day()
    {
        var waits = Enumerable.Range(1, WebhookRetries.MostAttempts - 1).Select(n => WebhookRetries.WaitAfter(n)!.Value).ToList();

        waits[0].ShouldBe(TimeSpan.FromSeconds(10));
        waits.ShouldBeInOrder();
        waits.Sum(w => w.TotalHours).ShouldBeInRange(20, 28);
        WebhookRetries.WaitAfter(WebhookRetries.MostAttempts).ShouldBeNull();
    }
}
