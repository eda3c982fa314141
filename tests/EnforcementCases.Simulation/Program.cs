using EnforcementCases.Simulation;

try
{
    var options = Options.Parse(args);
    var report = Report.Read(options.Report);
    var simple = report.Count("simpleProcedureCases");
    var ordinarySum = report.Count("ordinaryProcedureCases") * options.OrdinaryFineYuan;
    var simpleSum = report.Count("finesOfClosedCasesYuan") - ordinarySum;

    using var server = options.Url is null ? Server.Start(options) : null;
    using var http = new HttpClient { BaseAddress = options.Url ?? server!.Url, Timeout = TimeSpan.FromSeconds(60) };
    var api = new ApiClient(http, server);
    var brigade = await Brigade.Assemble(api, report.Organisation);
    var days = await WorkingDays.Of(api, brigade.Officers[0].Account, report.Year);
    var categories = await Violations.Of(api, brigade.Officers[0].Account, report.Categories, report.Year);
    var violations = categories.SelectMany(c => c.Playable).ToList();
    if (violations.Count == 0 || days.Count == 0)
        throw new StoppedException("目录中没有可以当场处罚的案由，或者该年度还没有可以重演的日子");

    Console.WriteLine(
        $"{brigade.Organ} {report.Year}：简易程序 {simple} 件，罚款合计 {simpleSum} 元；案由 {string.Join("、", violations.Select(v => v.Code))}"
    );
    var plan = YearPlan.Make(simple, simpleSum, report.Year, days, violations, brigade, options.Seed);
    var ordinary = OrdinaryPlan.Make(
        report.Count("ordinaryProcedureCases"),
        options.OrdinaryFineYuan,
        report.Year,
        days,
        violations[0],
        brigade,
        options.Seed
    );
    Console.WriteLine($"普通程序 {ordinary.Count} 件，罚款合计 {ordinarySum} 元；案由 {violations[0].Code}");
    var wording = Wording.Read();
    var parties = new Parties(wording, options.DivisionCode, report.Year, options.Seed);
    var bank = new Bank(api);
    var player = new CasePlayer(api, bank, brigade, wording, parties, report, options, $"{options.Report}.{options.Seed}");
    var progress = new ProgressBar(plan.Count + ordinary.Count);
    foreach (var planned in plan)
    {
        await player.Play(planned);
        progress.Show(planned.Place, $"{planned.DecidedAt:yyyy-MM-dd} {planned.Violation.Code} {planned.FineYuan} 元");
    }
    var longWay = new OrdinaryPlayer(api, bank, brigade, wording, parties, report, options, $"{options.Report}.{options.Seed}");
    foreach (var planned in ordinary)
    {
        await longWay.Play(planned);
        progress.Show(plan.Count + planned.Place, $"{planned.Days[0]:yyyy-MM-dd} 普通程序 {planned.Violation.Code} {planned.FineYuan} 元");
    }
    return await YearEnd.Print(api, brigade, report, simpleSum, ordinarySum, categories) ? 0 : 3;
}
catch (StoppedException stopped)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine(stopped.Message);
    return 2;
}
