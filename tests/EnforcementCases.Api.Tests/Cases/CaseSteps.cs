using EnforcementCases.Api.Access;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>A case that was decided on the spot, and the way to go on with it.</summary>
/// <param name="Api">Where.</param>
/// <param name="Id">The case.</param>
/// <param name="Number">Number of its decision.</param>
/// <param name="PaymentCode">Payment code; null for a warning alone.</param>
/// <param name="DecidedAt">When it was decided.</param>
internal sealed record DecidedCase(ApiFixture Api, Guid Id, string Number, string? PaymentCode, DateTimeOffset DecidedAt)
{
    /// <summary>Name of the party, who signs for what is served.</summary>
    public string PartyName { get; init; } = "龚喆彧";

    /// <summary>Does an act on the version that stands.</summary>
    public async Task<ApiAnswer> Act(string act, object body, string @as = "hg-officer1") =>
        await Api.SignedInAs(@as).PostJson($"cases/{Id}/acts/{act}", body, ifMatch: (await Acts()).ETag);

    /// <summary>Does an act that has to succeed.</summary>
    public async Task<ApiAnswer> Done(string act, object body, string @as = "hg-officer1")
    {
        var answer = await Act(act, body, @as);
        answer.Status.ShouldBe(200, $"{act}: {answer.Body}");
        return answer;
    }

    /// <summary>The acts as they stand, for a reader.</summary>
    public async Task<ApiAnswer> Acts(string @as = "hg-officer1")
    {
        var answer = await Api.SignedInAs(@as).GetJson($"cases/{Id}/acts");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    public async Task<string> Stage() => (await Acts())["stage"].GetString()!;

    /// <summary>The case as it can be read.</summary>
    public async Task<ApiAnswer> Read() => await Api.SignedInAs("hg-officer1").GetJson($"cases/{Id}");

    public Task<ApiAnswer> ReportBack() => Done("report-back", new { doneAt = DecidedAt.AddHours(1) });

    /// <summary>Revoked by the head, and the paper of it handed to the party.</summary>
    public async Task<ApiAnswer> Revoke()
    {
        await Done("revoke", new { reason = "事实认定有误", doneAt = DecidedAt.AddHours(2) }, "hg-head");
        return await Serve("RevocationDecision", DecidedAt.AddHours(2.5));
    }

    /// <summary>Hands the last paper of a kind to the party, who signs.</summary>
    public async Task<ApiAnswer> Serve(string kind, DateTimeOffset at) =>
        await Done(
            "serve-document",
            new
            {
                doneAt = at,
                documentIds = new[] { await Paper(kind) },
                @return = new
                {
                    addressee = PartyName,
                    way = "Direct",
                    place = "汉沽街道新开中路36号",
                    servers = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
                    signedAt = at,
                    receiver = PartyName,
                    relation = "Self",
                },
            }
        );

    /// <summary>The last document of a kind.</summary>
    public async Task<Guid> Paper(string kind)
    {
        var documents = await Api.SignedInAs("hg-officer1").GetJson($"cases/{Id}/documents");
        documents.Status.ShouldBe(200, documents.Body.ToString());
        return documents.Body.EnumerateArray().Last(d => d.GetProperty("kind").GetString() == kind).GetProperty("id").GetGuid();
    }
}

/// <summary>Cases to begin a test with, over HTTP like every other.</summary>
internal static class CaseSteps
{
    /// <summary>A Monday on which nothing is off for a fortnight.</summary>
    public static readonly DateTimeOffset Monday = new(2024, 5, 13, 10, 0, 0, TimeSpan.FromHours(8));

    /// <summary>A whole decision as a handheld sends it. The party is self-declared, so that every case has one of its own.</summary>
    public static Dictionary<string, object?> ASimpleCase(
        long amountFen = 50_00,
        DateTimeOffset? decidedAt = null,
        DateOnly? correctBy = null
    )
    {
        var at = decidedAt ?? Monday;
        return new(StringComparer.Ordinal)
        {
            ["party"] = new
            {
                kind = "Citizen",
                identity = "SelfDeclared",
                name = "龚喆彧",
                statedAge = 41,
                photoSha256 = new string('a', 64),
            },
            ["violationCode"] = amountFen > 0 ? "GJ-ZD-01" : "GJ-XF-01", // the first threatens a fine alone
            ["committedAt"] = at.AddMinutes(-20),
            ["place"] = new { address = "汉沽街道东风路菜市场门口", divisionCode = "120116" },
            ["facts"] = "当事人占用人行道堆放蔬菜，面积约三平方米。",
            ["notice"] = new
            {
                notifiedAt = at.AddMinutes(-10),
                matters = new[] { "ProposedPenalty", "Facts", "Reasons", "Basis", "Rights" },
                notifiedAmountFen = amountFen,
                waiverWords = "没有意见，放弃陈述申辩",
            },
            ["officers"] = TwoOfficers,
            ["certificatesShownAt"] = at.AddMinutes(-15),
            ["kinds"] = new[] { amountFen > 0 ? "Fine" : "Warning" },
            ["amountFen"] = amountFen,
            ["reasonsForAmount"] = "初次发现，占用时间较短。",
            ["exemption"] = new
            {
                slight = false,
                correctedInTime = false,
                noHarm = false,
                harmSlight = true,
            },
            ["correction"] = new { requirement = "立即清理占道物品，恢复通行。", dueOn = correctBy },
            ["decidedAt"] = at,
            ["delivery"] = new { handedOverAt = at, signature = "Signed" },
            ["evidence"] = new[]
            {
                new
                {
                    kind = "AudioVisualMaterial",
                    takenAt = at.AddMinutes(-18),
                    sha256 = new string('b', 64),
                    description = "现场照片",
                },
            },
        };
    }

    /// <summary>The officers of 汉沽街道 who sign the cases of the tests.</summary>
    public static object[] TwoOfficers => [AnOfficer("hg-officer1"), AnOfficer("hg-officer2")];

    public static object AnOfficer(string userName) =>
        new { officerId = DemoIds.Person(userName), certificateNumber = DemoOfficers.CertificateOf(userName) };

    public static Task<DecidedCase> GivenDecidedCase(
        this ApiFixture api,
        long amountFen = 50_00,
        DateTimeOffset? decidedAt = null,
        DateOnly? correctBy = null
    ) => api.GivenDecidedCase(ASimpleCase(amountFen, decidedAt, correctBy));

    public static async Task<DecidedCase> GivenDecidedCase(this ApiFixture api, Dictionary<string, object?> body)
    {
        var answer = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body);
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return new(
            api,
            answer["id"].GetGuid(),
            answer["number"].GetString()!,
            answer["paymentCode"].GetString(),
            (DateTimeOffset)body["decidedAt"]!
        );
    }
}
