using System.Globalization;

namespace EnforcementCases.Simulation;

/// <summary>An officer with what he or she carries.</summary>
internal sealed record OfficerOnDuty(string Account, Guid Id, string Certificate, string Device);

/// <summary>The brigade that plays the year: the demo accounts of the street that the report is about.</summary>
internal sealed record Brigade(string Prefix, string Organ, IReadOnlyList<OfficerOnDuty> Officers)
{
    /// <summary>Beginnings of the account names of the demo's streets.</summary>
    private static readonly string[] DemoStreets = ["hg", "xc"];

    public string Cashier => $"{Prefix}-cashier";

    public string TeamLead => $"{Prefix}-teamlead";

    public string Deputy => $"{Prefix}-deputy1";

    public string Head => $"{Prefix}-head";

    public string Supervisor => $"{Prefix}-supervisor";

    public static async Task<Brigade> Assemble(ApiClient api, string organisation)
    {
        foreach (var prefix in DemoStreets)
        {
            var first = $"{prefix}-officer1";
            if (!await api.CanSignIn(first))
                continue;
            var organ = (await api.Get(first, "session")).Needed("当前登录").GetProperty("organ").GetProperty("name").GetString()!;
            if (organ.Contains(organisation, StringComparison.Ordinal))
                return new(prefix, organ, await Muster(api, prefix));
        }
        throw new StoppedException($"演示机构中没有 {organisation}，不能重演它的报告");
    }

    private static async Task<IReadOnlyList<OfficerOnDuty>> Muster(ApiClient api, string prefix)
    {
        var officers = new List<OfficerOnDuty>();
        for (var number = 1; await api.CanSignIn($"{prefix}-officer{number}"); number++)
        {
            var account = $"{prefix}-officer{number}";
            var person = (await api.Get(account, "session")).Needed("当前登录").GetProperty("person").GetProperty("id").GetGuid();
            var certificate = string.Create(CultureInfo.InvariantCulture, $"12011600{prefix.ToUpperInvariant()}0{number}"); // as printed on the card
            officers.Add(new(account, person, certificate, $"sim-{prefix}-{number}"));
        }
        return officers.Count >= 2 ? officers : throw new StoppedException("当场处罚须有两名以上执法人员");
    }
}

/// <summary>Which days of a year are worked.</summary>
internal static class WorkingDays
{
    public static async Task<IReadOnlyList<DateOnly>> Of(ApiClient api, string account, int year)
    {
        var answer = await api.Get(account, $"catalogue/calendar/{year}");
        if (!answer.IsSuccess)
            throw new StoppedException($"没有 {year} 年的工作日历：{answer}");
        var named = answer
            .Body.GetProperty("days")
            .EnumerateArray()
            .ToLookup(
                d => DateOnly.Parse(d.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
                d => d.GetProperty("kind").GetString()!
            );
        var first = new DateOnly(year, 1, 1);
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(-1);
        return
        [
            .. Enumerable
                .Range(0, 366)
                .Select(first.AddDays)
                .Where(d => d.Year == year && d <= yesterday)
                .Where(d =>
                    named[d].Contains("MakeUp")
                    || (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !named[d].Any(kind => kind is "Off" or "Statutory"))
                ),
        ];
    }
}
