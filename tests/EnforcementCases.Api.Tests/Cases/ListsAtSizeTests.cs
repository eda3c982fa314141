using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Benchmarks.Bulk;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>An installation with as many cases as make a planner think, for the tests of this file alone.</summary>
public sealed class LoadedTown : IAsyncLifetime
{
    public const int Cases = 20_000;

    private ApiFixture? api;
    private AsyncServiceScope scope;

    internal ApiFixture Api => api!;

    internal AppDbContext Db => scope.ServiceProvider.GetRequiredService<AppDbContext>();

    internal QueryPlans Plans { get; private set; } = null!;

    internal BulkOrder Order { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        api = await ApiFixture.StartAsync();
        Order = new(Cases, Seed: 7, LegalDate.Of(api.Clock.GetUtcNow()).AddDays(-1));
        var loaded = await LoadAsync();
        loaded.Cases.ShouldBe(Cases);
        scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        Plans = new(Db);
        await Plans.MeasureAsync();
    }

    internal Task<BulkResult> LoadAsync() => new BulkLoad(Api.Services, Order).RunAsync(_ => { }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        if (api is not null)
            await api.DisposeAsync();
    }
}

/// <summary>Lists over many cases: an index leads to every page. And what the loader writes is what the program would have written.</summary>
public sealed class ListsAtSizeTests(LoadedTown town) : IClassFixture<LoadedTown>
{
    private static readonly Guid Hangu = DemoIds.Organisation(DemoOrganisations.HanguPath);
    private static readonly Guid HanguTeam = DemoIds.Organisation(DemoOrganisations.TeamOf(DemoOrganisations.HanguPath));

    public static TheoryData<string, string> Lists()
    {
        var data = new TheoryData<string, string>();
        foreach (var user in (string[])["hg-officer1", "hg-supervisor", "bhxq-supervisor", "tj-supervisor"])
        {
            foreach (
                var list in (string[])
                    [
                        "",
                        "list=Mine",
                        "list=MyToday",
                        "list=Unpaid",
                        "list=Overdue",
                        "list=Unreported",
                        "stage=Decided",
                        "stage=Revoked",
                        "procedure=Ordinary",
                        "procedure=Ordinary&stage=Investigating",
                        "violationCode=GJ-ZD-01",
                        "violationCode=GJ-ZD-01&stage=Revoked",
                        "decidedFrom=2024-03-01&decidedTo=2024-03-31",
                        "decidedFrom=2024-03-01&decidedTo=2024-03-31&violationCode=GJ-ZD-01",
                        "number=" + "津汉街综执当罚决字〔2024〕第0001号",
                    ]
            )
                data.Add(user, list);
        }
        foreach (var user in (string[])["bhxq-supervisor", "tj-supervisor"])
        {
            data.Add(user, $"organisationId={Hangu}");
            data.Add(user, $"organisationId={HanguTeam}&stage=Closed");
            data.Add(user, $"organisationId={Hangu}&list=Overdue");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_index_leads_to_every_page_of_a_list(string user, string filters)
    {
        var path = $"cases?{filters}";
        var first = await FaultsOf(user, path);
        first.Faults.ShouldBeEmpty($"{user} {path}");
        if (first.Answer["next"].GetString() is { } cursor)
            (await FaultsOf(user, $"{path}&cursor={cursor}")).Faults.ShouldBeEmpty($"{user} {path}, the next page");
    }

    /// <summary>A page of the work lists is one statement, answered in the order of an index.</summary>
    [Theory]
    [InlineData("hg-officer1", "work", "ix_case_work_organ")]
    [InlineData("hg-officer1", "work?kind=ReportBack&overdue=true", "ix_case_work_organ")]
    [InlineData("hg-head", "work", "ix_case_work_organ")]
    [InlineData("hg-cashier", "work", "ix_case_work_organ")]
    [InlineData("hg-supervisor", "work?mine=false", "ix_case_work_organ")]
    [InlineData("tj-supervisor", "work?mine=false", "ix_case_work_all")]
    public async Task An_index_leads_to_every_page_of_the_work_lists(string user, string path, string index)
    {
        var client = town.Api.SignedInAs(user);
        await client.GetJson("session");
        var page = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=20";
        var sent = await town.Api.Sql.DuringAsync(async () => (await client.GetJson(page)).Status.ShouldBe(200));
        var heard = sent.Where(s => !s.Sql.Contains("sessions", StringComparison.Ordinal)).ToList();
        heard.Count(s => s.Sql.Contains("case_work", StringComparison.Ordinal)).ShouldBe(1);
        (await town.Plans.FaultsAsync(heard)).ShouldBeEmpty();
        (await town.Plans.IndexesAsync(heard)).ShouldContain(index);
        (await FaultsOf(user, path.Replace("work", "work/counts", StringComparison.Ordinal).Split("?kind")[0])).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hg-officer1")]
    [InlineData("hg-supervisor")]
    [InlineData("bhxq-supervisor")]
    [InlineData("tj-supervisor")]
    public async Task An_index_leads_to_parties_by_number_and_by_name_and_to_a_case(string user)
    {
        var party = FirstOf(PartyKind.Citizen);
        var byNumber = new { document = party.Document.ToString(), documentNumber = party.DocumentNumber };
        (await FaultsOf(user, "parties/search", byNumber)).Faults.ShouldBeEmpty();
        (await FaultsOf(user, "parties/search", new { name = party.Name[..2] })).Faults.ShouldBeEmpty();
        (await FaultsOf(user, "parties/search", new { name = party.Name[..1] })).Faults.ShouldBeEmpty();
        var id = (await town.Api.SignedInAs("hg-officer1").GetJson("cases?limit=1"))["items"][0].GetProperty("id").GetString();
        (await FaultsOf(user, $"cases/{id}")).Faults.ShouldBeEmpty();
    }

    /// <summary>What is waited for, and what is rare among the cases of a district, has indexes that hold little else: without one the list would still be right, and slow.</summary>
    [Theory]
    [InlineData("hg-supervisor", "list=Unpaid", "ix_cases_owed_organ")]
    [InlineData("bhxq-supervisor", "list=Unpaid", "ix_cases_owed_supervising")]
    [InlineData("tj-supervisor", "list=Overdue", "ix_cases_owed")]
    [InlineData("hg-officer1", "list=Unreported", "ix_cases_unreported_organ")]
    [InlineData("bhxq-supervisor", "list=Unreported", "ix_cases_unreported_supervising")]
    [InlineData("tj-supervisor", "list=Unreported", "ix_cases_unreported")]
    [InlineData("bhxq-supervisor", "stage=NotFiled", "IX_cases_supervising_path_stage_opened_at_seq")]
    public async Task What_is_rare_is_found_by_an_index_of_its_own(string user, string filters, string index)
    {
        var client = town.Api.SignedInAs(user);
        await client.GetJson("session");
        var heard = await town.Api.Sql.DuringAsync(async () => await client.GetJson($"cases?{filters}"));
        (await town.Plans.IndexesAsync(heard)).ShouldContain(index);
    }

    /// <summary>The proof that the tests above can fail.</summary>
    [Fact]
    public async Task Without_its_index_a_list_is_found_out()
    {
        await using (await Without<CaseOfficer>(nameof(CaseOfficer.PersonId), nameof(CaseOfficer.OpenedAt), nameof(CaseOfficer.Seq)))
        await using (await Without<CaseOfficer>(nameof(CaseOfficer.PersonId), nameof(CaseOfficer.CaseId))) // leads to an officer's cases too
            (await FaultsOf("hg-officer1", "cases?list=Mine")).Faults.ShouldNotBeEmpty();
        await using (await Without<Party>(nameof(Party.BlindIndex)))
        {
            var party = FirstOf(PartyKind.Citizen);
            var byNumber = new { document = party.Document.ToString(), documentNumber = party.DocumentNumber };
            (await FaultsOf("tj-supervisor", "parties/search", byNumber)).Faults.ShouldContain(f => f.Contains("whole"));
        }
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended()
    {
        var today = LegalDate.Of(town.Api.Clock.GetUtcNow());
        var person = DemoIds.Person("hg-officer1");
        var all = town.Db.Cases.AsNoTracking();
        var district = all.Where(c => c.SupervisingPath == DemoOrganisations.DistrictPath);
        var owed = district.Where(c =>
            (c.Stage == CaseStage.Decided || c.Stage == CaseStage.Served)
            && (c.PaymentOrder!.State == PaymentState.Unpaid || c.PaymentOrder.State == PaymentState.PartlyPaid)
        );
        var own = all.Where(c => c.Officers.Any(o => o.PersonId == person));
        foreach (
            var (user, list, expected) in new[]
            {
                ("bhxq-supervisor", "limit=200", district),
                ("bhxq-supervisor", "limit=200&decidedFrom=2022-01-01", district.Where(c => c.DecidedAt != null)),
                ("bhxq-supervisor", "limit=200&stage=Closed", district.Where(c => c.Stage == CaseStage.Closed)),
                ("bhxq-supervisor", "limit=10&list=Unpaid", owed),
                ("bhxq-supervisor", "limit=10&list=Overdue", owed.Where(c => c.PaymentOrder!.DueOn < today)),
                ("hg-officer1", "limit=200&list=Mine", own),
                ("hg-officer1", "limit=2&list=Mine&stage=Decided", own.Where(c => c.Stage == CaseStage.Decided)),
                ("hg-officer1", "limit=20&list=Mine&procedure=Ordinary", own.Where(c => c.Procedure == CaseProcedure.Ordinary)),
            }
        )
        {
            var client = town.Api.SignedInAs(user);
            var seen = new List<Guid>();
            for (var path = $"cases?{list}"; ; )
            {
                var page = await client.GetJson(path);
                page.Status.ShouldBe(200, $"{page.Body}");
                seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
                if (page["next"].GetString() is not { } cursor)
                    break;
                path = $"cases?{list}&cursor={cursor}";
            }
            var ordered = list.Contains("decided", StringComparison.Ordinal)
                ? expected.OrderByDescending(c => c.DecidedAt)
                : expected.OrderByDescending(c => c.OpenedAt);
            var there = await ordered.ThenByDescending(c => c.Seq).Select(c => c.Id).ToListAsync();
            there.Count.ShouldBeGreaterThan(2, list);
            seen.ShouldBe(there, $"{user} {list}");
        }
    }

    [Fact]
    public async Task An_officer_is_shown_the_cases_he_was_an_officer_of()
    {
        var person = DemoIds.Person("hg-officer1");
        var own = await town.Db.Cases.CountAsync(c => c.Officers.Any(o => o.PersonId == person));
        own.ShouldBeGreaterThan(50);
        var answer = await town.Api.SignedInAs("hg-officer1").GetJson("cases?list=Mine&limit=200");
        var shown = answer["items"].EnumerateArray().ToList();
        shown.Count.ShouldBe(Math.Min(own, 200));
        var moments = shown.ConvertAll(i => i.GetProperty("openedAt").GetDateTimeOffset());
        moments.ShouldBe(moments.OrderDescending());

        var (from, to) = (new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31));
        var decided = await town.Db.Cases.CountAsync(c =>
            c.DecidedOn >= from && c.DecidedOn <= to && c.Officers.Any(o => o.PersonId == person)
        );
        answer = await town.Api.SignedInAs("hg-officer1").GetJson("cases?list=Mine&decidedFrom=2023-01-01&decidedTo=2024-12-31&limit=200");
        answer["items"].GetArrayLength().ShouldBe(Math.Min(decided, 200));
    }

    [Fact]
    public async Task What_lies_out_of_an_officer_s_reach_is_passed_over_and_the_page_is_full()
    {
        var person = DemoIds.Person("hg-officer1");
        var own = await town
            .Db.Cases.Where(c => c.Officers.Any(o => o.PersonId == person))
            .OrderByDescending(c => c.OpenedAt)
            .ThenByDescending(c => c.Seq)
            .Select(c => new { c.Id, c.OrganisationPath })
            .Take(60)
            .ToListAsync();
        own.Select(c => c.OrganisationPath).Distinct().Count().ShouldBe(1);
        var elsewhere = own.Take(30).Select(c => c.Id).ToList();
        var there = town.Db.Cases.Where(c => elsewhere.Contains(c.Id));
        await there.ExecuteUpdateAsync(c => c.SetProperty(x => x.OrganisationPath, "/tj/elsewhere/"));
        try
        {
            var client = town.Api.SignedInAs("hg-officer1");
            var first = await client.GetJson("cases?list=Mine&limit=20");
            var second = await client.GetJson($"cases?list=Mine&limit=10&cursor={first["next"].GetString()}");
            first["items"]
                .EnumerateArray()
                .Concat(second["items"].EnumerateArray())
                .Select(i => i.GetProperty("id").GetGuid())
                .ShouldBe(own.Skip(30).Select(c => c.Id));
            first["items"][0].TryGetProperty("organisationPath", out _).ShouldBeFalse();
        }
        finally
        {
            await there.ExecuteUpdateAsync(c => c.SetProperty(x => x.OrganisationPath, own[0].OrganisationPath));
        }
    }

    [Fact]
    public async Task What_was_loaded_reads_and_verifies_like_what_was_written()
    {
        var supervisor = town.Api.SignedInAs("tj-supervisor");
        foreach (var stage in Enum.GetValues<CaseStage>())
        {
            var cases = await town.Db.Cases.AsNoTracking().Where(c => c.Stage == stage).OrderBy(c => c.Seq).Take(3).ToListAsync();
            foreach (var @case in cases)
            {
                var read = await supervisor.GetJson($"cases/{@case.Id}");
                read.Status.ShouldBe(200, $"{read.Body}");
                if (read["party"].ValueKind == JsonValueKind.Object)
                    read["party"].GetProperty("address").GetString()!.ShouldStartWith("天津市");
                var verified = await supervisor.GetJson($"cases/{@case.Id}/record/verification");
                verified.Status.ShouldBe(200, $"{verified.Body}");
                verified["intact"].GetBoolean().ShouldBeTrue($"{stage} {@case.Id}: {verified.Body}");
                if (@case.Procedure == CaseProcedure.Ordinary)
                    (await supervisor.GetJson($"cases/{@case.Id}/file")).Status.ShouldBe(200);
            }
        }
        (
            await town.Db.Cases.Where(c => c.Procedure == CaseProcedure.Ordinary && c.Stage == CaseStage.Closed).CountAsync()
        ).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Every_row_points_to_one_that_is_there_and_no_number_is_missing()
    {
        foreach (var key in town.Db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => !k.IsOwnership))
        {
            var (child, parent) = (key.DeclaringEntityType, key.PrincipalEntityType);
            var on = key.Properties.Zip(key.PrincipalKey.Properties, (c, p) => $"c.{c.GetColumnName()} = p.{p.GetColumnName()}");
            var there = string.Join(" AND ", key.Properties.Select(c => $"c.{c.GetColumnName()} IS NOT NULL"));
            var lost = await town.Plans.NumberAsync(
                $"SELECT COUNT(*) FROM {child.GetTableName()} c WHERE {there} AND NOT EXISTS (SELECT 1 FROM {parent.GetTableName()} p WHERE {string.Join(" AND ", on)})"
            );
            lost.ShouldBe(0L, $"{child.GetTableName()} → {parent.GetTableName()}");
        }
        var missing = await town.Plans.NumberAsync(
            "SELECT COUNT(*) FROM number_counters k WHERE k.last <> "
                + "(SELECT COUNT(*) FROM document_numbers n WHERE n.organ_id = k.organ_id AND n.word = k.word AND n.year = k.year)"
        );
        missing.ShouldBe(0L);
    }

    [Fact]
    public async Task A_second_run_finds_everything_there()
    {
        var again = await town.LoadAsync();
        again.Cases.ShouldBe(0);
        (await town.Db.Cases.CountAsync()).ShouldBe(LoadedTown.Cases);
    }

    private async Task<(IReadOnlyList<string> Faults, ApiAnswer Answer)> FaultsOf(string user, string path, object? body = null)
    {
        var client = town.Api.SignedInAs(user);
        await client.GetJson("session"); // signed in before anything is heard
        ApiAnswer? answer = null;
        var heard = await town.Api.Sql.DuringAsync(async () =>
            answer = body is null ? await client.GetJson(path) : await client.PostJson(path, body)
        );
        answer!.Status.ShouldBe(200, $"{path}: {answer.Body}");
        heard.ShouldNotBeEmpty();
        return (await town.Plans.FaultsAsync(heard.Where(s => !s.Sql.Contains("sessions", StringComparison.Ordinal))), answer);
    }

    /// <summary>Drops an index until it is disposed of.</summary>
    private async Task<RestoreIndex> Without<T>(params string[] properties)
    {
        var index = town
            .Db.Model.FindEntityType(typeof(T))!
            .GetIndexes()
            .Single(i => i.Properties.Select(p => p.Name).SequenceEqual(properties));
        await town.Plans.DropAsync(index);
        return new(town.Plans, index);
    }

    private sealed class RestoreIndex(QueryPlans plans, IIndex index) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            var columns = string.Join(", ", index.Properties.Select(p => p.GetColumnName()));
            await plans.RunAsync(
                $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX \"{index.GetDatabaseName()}\" ON {index.DeclaringEntityType.GetTableName()} ({columns}){(index.GetFilter() is { } filter ? $" WHERE {filter}" : "")}"
            );
            await plans.AnalyzeAsync();
        }
    }

    private Parties.PartyInput FirstOf(PartyKind kind)
    {
        var planner = new BulkPlanner(town.Order, BulkTown.StreetsFor(town.Order.Cases) + 2);
        var plans = Enumerable.Range(0, 2_000).Select(_ => planner.Next());
        return BulkParties.InputOf(plans.First(p => p.Kind == kind && !p.SelfDeclared && p.Street == 0), town.Order.Seed);
    }
}
