namespace EnforcementCases.Simulation;

/// <summary>One case of the ordinary procedure as it went through the desks: each step on its day.</summary>
internal sealed record PlannedOrdinaryCase(
    int Place,
    Guid CaseId,
    OfficerOnDuty Officer,
    OfficerOnDuty Companion,
    Violation Violation,
    int FineYuan,
    IReadOnlyList<DateOnly> Days,
    bool Waives,
    int Seed
)
{
    /// <summary>A moment on a working day of the case, counted from the day of the clue.</summary>
    public DateTimeOffset At(int day, int hour, int minute = 0) => new(Days[day], new TimeOnly(hour, minute), TimeSpan.FromHours(8));
}

/// <summary>Lays the ordinary cases out over the year, so that each is closed within it.</summary>
internal static class OrdinaryPlan
{
    /// <summary>Working days from the clue to the closing.</summary>
    public const int Length = 14;

    public static IReadOnlyList<PlannedOrdinaryCase> Make(
        int cases,
        int fineYuan,
        int year,
        IReadOnlyList<DateOnly> days,
        Violation violation,
        Brigade brigade,
        int seed
    )
    {
        if (cases > 0 && days.Count < Length)
            throw new StoppedException("该年度剩下的工作日不够办结一件普通程序案件");
        return
        [
            .. Enumerable
                .Range(0, cases)
                .Select(i =>
                {
                    var own = YearPlan.HashCode(seed, i, "ordinary");
                    var random = new Random(own);
                    var first = random.Next(brigade.Officers.Count);
                    var start = (int)((long)i * (days.Count - Length) / Math.Max(1, cases));
                    var mine = days.Skip(start).Take(Length).ToList();
                    return new PlannedOrdinaryCase(
                        i + 1,
                        YearPlan.CaseId(new(mine[0], new TimeOnly(9, 0), TimeSpan.FromHours(8)), own),
                        brigade.Officers[first],
                        brigade.Officers[(first + 1 + random.Next(brigade.Officers.Count - 1)) % brigade.Officers.Count],
                        violation,
                        fineYuan,
                        mine,
                        random.OneIn(3),
                        own
                    );
                }),
        ];
    }
}
