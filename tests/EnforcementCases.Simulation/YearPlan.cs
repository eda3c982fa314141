using System.Globalization;

namespace EnforcementCases.Simulation;

/// <summary>How the fine of a case is paid.</summary>
internal enum Way
{
    /// <summary>By phone into the treasury, at once.</summary>
    Phone,

    /// <summary>At the bank, some days later.</summary>
    Bank,

    /// <summary>In cash to the officer, for fines up to 100 yuan.</summary>
    Cash,
}

/// <summary>One case as it happened in the street.</summary>
internal sealed record PlannedCase(
    int Place,
    Guid CaseId,
    OfficerOnDuty Officer,
    OfficerOnDuty Companion,
    Violation Violation,
    PartySort Party,
    int FineYuan,
    DateTimeOffset DecidedAt,
    DateTimeOffset ReportedAt,
    DateTimeOffset PaidAt,
    Way Way,
    int Seed
);

/// <summary>Lays a year out: days, hours, officers, violations, parties, amounts. The same seed gives the same year to the last digit.</summary>
internal static class YearPlan
{
    private const int CitizenCeilingYuan = 200;
    private const int OrganisationCeilingYuan = 3_000;
    private const int SmallFineYuan = 100;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static IReadOnlyList<PlannedCase> Make(
        int cases,
        int sumYuan,
        int year,
        IReadOnlyList<DateOnly> days,
        IReadOnlyList<Violation> violations,
        Brigade brigade,
        int seed
    )
    {
        var random = new Random(HashCode(seed, year, brigade.Prefix));
        var sorts = Enumerable.Range(0, cases).Select(_ => SortOf(random, sumYuan / Math.Max(1, cases))).ToArray();
        var chosen = Enumerable.Range(0, cases).Select(_ => random.Pick(violations)).ToArray();
        var limits = sorts.Zip(chosen, (sort, v) => (Math.Max(v.LowestYuan, 10), Math.Min(v.HighestYuan, CeilingOf(sort)))).ToList();
        var amounts = Amounts.Deal(limits, sumYuan, random);
        var moments = Enumerable
            .Range(0, cases)
            .Select(i => At(days[(int)((long)i * days.Count / cases)], new TimeOnly(8, 40).AddMinutes(random.Next(600))))
            .Order()
            .ToArray();
        return [.. Enumerable.Range(0, cases).Select(i => Plan(i, moments[i], chosen[i], sorts[i], amounts[i], year, brigade, days, seed))];
    }

    private static PlannedCase Plan(
        int i,
        DateTimeOffset decidedAt,
        Violation violation,
        PartySort sort,
        int fine,
        int year,
        Brigade brigade,
        IReadOnlyList<DateOnly> days,
        int seed
    )
    {
        var own = HashCode(seed, i, "case");
        var random = new Random(own);
        var first = random.Next(brigade.Officers.Count);
        var second = (first + 1 + random.Next(brigade.Officers.Count - 1)) % brigade.Officers.Count;
        var way = random.Next(10) switch
        {
            < 2 when fine <= SmallFineYuan => Way.Cash,
            < 7 => Way.Phone,
            _ => Way.Bank,
        };
        var endOfYear = At(new(year, 12, 31), new(17, 0));
        var evening = At(DateOnly.FromDateTime(decidedAt.DateTime), new(19, 30));
        var paidAt = way == Way.Bank ? decidedAt.AddDays(1 + random.Next(12)) : decidedAt.AddMinutes(3);
        if (paidAt > endOfYear || DateOnly.FromDateTime(paidAt.DateTime) > days[^1])
            paidAt = decidedAt.AddMinutes(20); // so late in the year the party pays at once: the report counts the case as closed
        return new(
            i + 1,
            CaseId(decidedAt, own),
            brigade.Officers[first],
            brigade.Officers[second],
            violation,
            sort,
            fine,
            decidedAt,
            evening,
            paidAt,
            way,
            own
        );
    }

    private static PartySort SortOf(Random random, int averageYuan) =>
        random.Next(100) < (averageYuan > 120 ? 60 : 6) ? PartySort.LegalPerson
        : random.OneIn(6) ? PartySort.IndividualBusiness
        : PartySort.Citizen;

    /// <summary>An individual business is held to the lower ceiling wherever the place has not said otherwise.</summary>
    private static int CeilingOf(PartySort sort) =>
        sort switch
        {
            PartySort.LegalPerson => OrganisationCeilingYuan,
            PartySort.Citizen or PartySort.IndividualBusiness => CitizenCeilingYuan,
        };

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, China);

    /// <summary>A UUIDv7 made of the time of the decision and of the seed: the device's own, the same at each try.</summary>
    internal static Guid CaseId(DateTimeOffset at, int seed)
    {
        var random = new Random(seed ^ 0x5EED);
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var time = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)((time >> (40 - (8 * i))) & 0xFF);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }

    /// <summary>The same in every run, unlike <see cref="System.HashCode"/>.</summary>
    internal static int HashCode(int a, int b, string c)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{a} {b} {c}"))
        );
        return BitConverter.ToInt32(bytes, 0) & int.MaxValue;
    }
}
