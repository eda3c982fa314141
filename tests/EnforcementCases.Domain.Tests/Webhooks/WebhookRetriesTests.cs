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
        var waits = Enumerable.Range(1, WebhookRetries.MostAttempts).Select(WebhookRetries.WaitAfter).ToList();

        waits[0].ShouldBe(TimeSpan.FromSeconds(10));
        waits[..^1].ShouldBeInOrder();
        waits[^1].ShouldBeNull();
        waits.Sum(w => w?.TotalHours ?? 0).ShouldBeInRange(20, 28);
    }

    [Fact]
    public void Before_the_first_attempt_there_is_nothing_to_wait_for() =>
        Should.Throw<ArgumentOutOfRangeException>(() => WebhookRetries.WaitAfter(0));
}
