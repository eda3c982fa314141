using EnforcementCases.Domain.Jobs;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Jobs;

public sealed class JobRunTests
{
    [Fact]
    public void Who_starts_a_run_holds_it_for_two_minutes() =>
        new JobRun("deadline-warnings", "2024-09-18", "replica-1", At("2024-09-18", 8)).ShouldHave(
            new
            {
                Name = "deadline-warnings",
                Period = "2024-09-18",
                Token = 1,
                Holder = "replica-1",
                StartedAt = At("2024-09-18", 8),
                LeaseUntil = At("2024-09-18", 8).AddMinutes(2),
                FinishedAt = (DateTimeOffset?)null,
                StepsDone = 0,
                Error = (string?)null,
            }
        );
}
