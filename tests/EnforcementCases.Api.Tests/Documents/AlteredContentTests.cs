using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>Somebody changes a row behind the program's back: what was hashed or sealed is not given out, and the security log names the row.</summary>
public sealed class AlteredContentTests(ApiFixture api)
{
    [Theory]
    [InlineData("its hash is another")]
    [InlineData("its content is that of another paper")]
    [InlineData("its content and hash are those of another paper")]
    [InlineData("its content is cut off")]
    public async Task A_paper_whose_content_is_not_the_one_hashed_at_issue_is_not_printed_and_the_security_log_names_it(string change)
    {
        var (paper, other) = (await GivenPaper(), await GivenPaper());
        (await Print(paper)).Status.ShouldBe(201);
        (await Print(paper)).Status.ShouldBe(201);

        await api.Alter(async db =>
        {
            var (from, to) = (await Row(db, other), await Row(db, paper));
            var content = change switch
            {
                "its hash is another" => to.ContentSealed,
                "its content is cut off" => to.ContentSealed[..20],
                _ => from.ContentSealed,
            };
            var hash = change is "its hash is another" or "its content and hash are those of another paper"
                ? from.ContentHash
                : to.ContentHash;
            await db
                .CaseDocuments.Where(d => d.Id == paper.Document)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.ContentSealed, content).SetProperty(d => d.ContentHash, hash));
        });

        (await Print(paper)).ShouldBeProblem(409, "document.content-altered");
        (await Print(paper, "Receipt80")).ShouldBeProblem(409, "document.content-altered");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{paper.Case}/documents/{paper.Document}/reading-copy")).ShouldBeProblem(
            409,
            "document.content-altered"
        );
        (await api.DamageNotified($"document.content-altered: 文书 {paper.Document}")).ShouldBe(3);
        (await Print(other)).Status.ShouldBe(201);
        await api.Alter(async db => (await db.DocumentPrints.CountAsync(p => p.DocumentId == paper.Document)).ShouldBe(2));
    }

    [Theory]
    [InlineData("moved", "sealed-value.does-not-open")]
    [InlineData("rehashed", "case.act-altered")]
    public async Task An_act_whose_body_is_not_the_one_hashed_is_not_read(string change, string code)
    {
        var @case = await api.GivenFiledCase();
        (await @case.File()).Status.ShouldBe(200);

        await api.Alter(async db =>
        {
            var acts = await db.CaseActs.AsNoTracking().Where(a => a.CaseId == @case.Id).OrderBy(a => a.Place).ToListAsync();
            var (first, second) = (acts[0].Id, acts[1]);
            var row = db.CaseActs.Where(a => a.Id == first);
            if (change == "moved")
                await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.BodySealed, second.BodySealed));
            else
                await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.BodySha256, second.BodySha256));
        });

        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/file")).ShouldBeProblem(409, code);
        (await api.DamageNotified(code)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_address_moved_to_another_case_or_another_column_does_not_open()
    {
        var (mine, other) = (
            await api.GivenDecidedCase(AlteringSteps.ACaseWithAddress()),
            await api.GivenDecidedCase(AlteringSteps.ACaseWithAddress())
        );
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{mine.Id}")).Status.ShouldBe(200);

        await api.Alter(async db =>
        {
            var address = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == other.Id)).Party.AddressSealed;
            address.ShouldNotBeNull();
            await db.Cases.Where(c => c.Id == mine.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Party.AddressSealed, address));
        });
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{mine.Id}")).ShouldBeProblem(409, "sealed-value.does-not-open");

        await api.Alter(async db =>
        {
            var phone = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == other.Id)).Party.PhoneSealed;
            phone.ShouldNotBeNull();
            await db.Cases.Where(c => c.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Party.AddressSealed, phone));
        });
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{other.Id}")).ShouldBeProblem(409, "sealed-value.does-not-open");
    }

    private static Task<Domain.Documents.CaseDocument> Row(AppDbContext db, Paper paper) =>
        db.CaseDocuments.AsNoTracking().SingleAsync(d => d.Id == paper.Document);

    private async Task<Paper> GivenPaper()
    {
        var body = CaseSteps.ASimpleCase();
        var @case = await api.GivenDecidedCase(body);
        var papers = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/documents");
        return new(@case.Id, papers.Body.EnumerateArray().Single().GetProperty("id").GetGuid());
    }

    private Task<ApiAnswer> Print(Paper paper, string format = "A4") =>
        api.SignedInAs("hg-officer1").PostJson($"cases/{paper.Case}/documents/{paper.Document}/prints", new { format });

    private sealed record Paper(Guid Case, Guid Document);
}

/// <summary>Changes behind the program's back.</summary>
internal static class AlteringSteps
{
    /// <summary>A case whose party has an address and a telephone.</summary>
    public static Dictionary<string, object?> ACaseWithAddress() =>
        new(CaseSteps.ASimpleCase(), StringComparer.Ordinal)
        {
            ["party"] = new
            {
                kind = "Citizen",
                identity = "SelfDeclared",
                name = "龚喆彧",
                statedAge = 41,
                photoSha256 = new string('a', 64),
                address = "天津市滨海新区汉沽街道新开中路36号",
                phone = "13900000000",
            },
        };

    public static async Task Alter(this ApiFixture api, Func<AppDbContext, Task> change)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = Domain.Access.OrganisationScope.All;
        await change(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>How many lines the security log has about damaged content that begin so.</summary>
    public static async Task<int> DamageNotified(this ApiFixture api, string detail)
    {
        var log = await api.SignedInAs("hg-auditor").GetJson("admin/security-events?limit=200&kind=StoredContentDamaged");
        log.Status.ShouldBe(200);
        return log["items"].EnumerateArray().Count(e => e.GetProperty("detail").GetString()!.StartsWith(detail, StringComparison.Ordinal));
    }
}
