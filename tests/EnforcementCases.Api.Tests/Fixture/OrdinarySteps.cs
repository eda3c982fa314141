using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A case of the ordinary procedure, and the way to go on with it over HTTP.</summary>
/// <param name="Api">Where.</param>
/// <param name="Id">The case.</param>
/// <param name="Begin">The morning on which the clue was registered; every later act counts its days from here.</param>
/// <param name="FineFen">The fine that is proposed.</param>
/// <param name="PartyNumber">Number of the party's identity card; each case has a party of its own.</param>
internal sealed record OrdinaryCase(ApiFixture Api, Guid Id, DateTimeOffset Begin, long FineFen, string PartyNumber)
{
    /// <summary>The party is a company, which its legal representative signs for.</summary>
    public bool IsCompany { get; init; }

    /// <summary>The guardian of a party under eighteen, who is present, informed and served in a child's place; null for everybody else.</summary>
    public string? Guardian { get; init; }

    /// <summary>The party is under fourteen: the guardian receives in its place.</summary>
    public bool IsChild { get; init; }

    /// <summary>The grade that is proposed.</summary>
    public string Grade { get; init; } = "Ordinary";

    /// <summary>The adult who is present for a minor; null for everybody else.</summary>
    public object? AdultPresent => Guardian is null ? null : new { name = Guardian, tie = "父亲" };

    /// <summary>A hearing was held: what is proposed then refers to its record.</summary>
    public bool Heard { get; set; }

    /// <summary>The scene record as evidence.</summary>
    public Guid SceneId { get; } = Guid.NewGuid();

    /// <summary>The inquiry record as evidence.</summary>
    public Guid InquiryId { get; } = Guid.NewGuid();

    /// <summary>An hour of the n-th day after the beginning.</summary>
    public DateTimeOffset At(int day, int hour, int minute = 0) => Begin.Date(day, hour, minute);

    /// <summary>Does an act on the version that stands; what it has to name is taken from the acts as they stand, unless the test names it.</summary>
    public async Task<ApiAnswer> Act(string act, object body, string @as = "hg-officer1")
    {
        var acts = await Acts();
        return await Api.SignedInAs(@as).PostJson($"cases/{Id}/acts/{act}", await Naming(act, body, acts), ifMatch: acts.ETag);
    }

    private async Task<object> Naming(string act, object body, ApiAnswer acts)
    {
        if (JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web) is not JsonObject named)
            return body;
        if (act == "endorse-paper" && !named.ContainsKey("proposalId") && ProposalOf.TryGetValue($"{named["paper"]}", out var proposal))
            named["proposalId"] = (await LastActOrNone(proposal))?.GetProperty("id").GetString();
        var state = acts["acts"].EnumerateArray().FirstOrDefault(a => a.TryGetProperty("route", out var route) && route.GetString() == act);
        if (state.ValueKind is JsonValueKind.Object)
            foreach (var reference in state.GetProperty("names").EnumerateArray().Where(n => n.GetProperty("required").GetBoolean()))
                if (reference.GetProperty("member").GetString() is { } member && !named.ContainsKey(member))
                    named[member] = reference.GetProperty("id").GetString();
        return named;
    }

    private static readonly Dictionary<string, string> ProposalOf = new(StringComparer.Ordinal)
    {
        ["Filing"] = "ProposeFiling",
        ["Decision"] = "ProposeDecision",
        ["Closing"] = "ProposeClosing",
    };

    private async Task<JsonElement?> LastActOrNone(string act) =>
        (await File())["acts"]
            .EnumerateArray()
            .Where(a => a.GetProperty("act").GetString() == act)
            .Select(a => (JsonElement?)a)
            .LastOrDefault();

    /// <summary>Does an act that has to succeed.</summary>
    public async Task<ApiAnswer> Done(string act, object body, string @as = "hg-officer1")
    {
        var answer = await Act(act, body, @as);
        answer.Status.ShouldBe(200, $"{act}: {answer.Body}");
        return answer;
    }

    /// <summary>The acts as they stand, for a reader.</summary>
    public async Task<ApiAnswer> Acts(string @as = "hg-officer1") => Read(await Api.SignedInAs(@as).GetJson($"cases/{Id}/acts"));

    public async Task<string> Stage() => (await Acts())["stage"].GetString()!;

    /// <summary>The file: every act with what was said and what it issued.</summary>
    public async Task<ApiAnswer> File() => Read(await Api.SignedInAs("hg-officer1").GetJson($"cases/{Id}/file"));

    /// <summary>The case as it stands.</summary>
    public async Task<ApiAnswer> Read() => Read(await Api.SignedInAs("hg-officer1").GetJson($"cases/{Id}"));

    /// <summary>The last act of a kind in the file.</summary>
    public async Task<JsonElement> LastAct(string act) =>
        (await File())["acts"].EnumerateArray().Last(a => a.GetProperty("act").GetString() == act);

    /// <summary>The last document of a kind.</summary>
    public async Task<Guid> Paper(string kind) =>
        (await File())["acts"]
            .EnumerateArray()
            .SelectMany(a => a.GetProperty("documents").EnumerateArray())
            .Last(d => d.GetProperty("kind").GetString() == kind)
            .GetProperty("documentId")
            .GetGuid();

    /// <summary>Prints the last document of a kind and gives its PDF.</summary>
    public async Task<byte[]> Pdf(string kind, string @as = "hg-officer1")
    {
        var paper = await Paper(kind);
        var print = await Api.SignedInAs(@as).PostJson($"cases/{Id}/documents/{paper}/prints", new { format = "A4" });
        print.Status.ShouldBe(201, $"{kind}: {print.Body}");
        var file = await Api.SignedInAs(@as).GetJson($"cases/{Id}/documents/{paper}/file?format=A4");
        file.Status.ShouldBe(200);
        return file.Bytes;
    }

    /// <summary>Two officers with their certificates shown.</summary>
    public static object Attendance(DateTimeOffset shownAt) => new { officers = CaseSteps.TwoOfficers, certificatesShownAt = shownAt };

    /// <summary>Signed by the party before two officers.</summary>
    /// <param name="isCompany">Its legal representative signs, who has its name.</param>
    public static object Declared(DateTimeOffset at, bool isCompany = false) =>
        new
        {
            declarantName = OrdinarySteps.PartyName,
            tie = isCompany ? "LegalRepresentative" : "Self",
            attendance = Attendance(at),
            signedSha256 = OrdinarySteps.Hash,
        };

    /// <summary>Hands documents over to the party, who signs.</summary>
    public Task<ApiAnswer> Serve(DateTimeOffset at, params Guid[] papers) => Done("serve-document", Return(at, papers));

    /// <summary>What is entered when the party, or the guardian in a child's place, signs for papers.</summary>
    /// <param name="informed">How the guardian of a minor was informed; null: by telephone.</param>
    public object Return(DateTimeOffset at, Guid[] papers, string? addressee = null, string? informed = null) =>
        new
        {
            doneAt = at,
            documentIds = papers,
            @return = new
            {
                addressee = addressee ?? OrdinarySteps.PartyName,
                way = "Direct",
                place = "汉沽街道新开中路36号",
                servers = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
                signedAt = at,
                receiver = addressee ?? (IsChild ? Guardian : OrdinarySteps.PartyName),
                relation = IsCompany ? "LegalRepresentative"
                : IsChild && addressee is null ? "Guardian"
                : "Self",
                guardianInformed = Guardian is not null && !IsChild ? informed ?? "当日电话告知其父" : null,
            },
        };

    /// <summary>Two levels agree to a paper.</summary>
    public async Task Endorse(string paper, DateTimeOffset at)
    {
        await Done("endorse-paper", Opinion("TeamLead", at), "hg-teamlead");
        await Done("endorse-paper", Opinion("DeputyHead", at.AddMinutes(30)), "hg-deputy1");

        object Opinion(string level, DateTimeOffset when) =>
            new
            {
                doneAt = when,
                paper,
                level,
                agrees = true,
                opinion = "同意，报请审批。",
            };
    }

    /// <summary>Assesses the discretion for the case.</summary>
    /// <param name="facts">What the officers found; null: nothing that bears on it.</param>
    /// <param name="committedAt">When the act happened, if not as the case says.</param>
    public async Task<Guid> Assess(
        DateTimeOffset at,
        object? facts = null,
        DateTimeOffset? committedAt = null,
        string violationCode = OrdinarySteps.Violation
    )
    {
        var answer = await TryAssess(at, facts, committedAt, violationCode);
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return answer["id"].GetGuid();
    }

    /// <summary>The same, with its answer.</summary>
    public Task<ApiAnswer> TryAssess(
        DateTimeOffset at,
        object? facts = null,
        DateTimeOffset? committedAt = null,
        string violationCode = OrdinarySteps.Violation
    ) =>
        Api.SignedInAs("hg-officer1")
            .PostJson(
                "discretion/assessments",
                new
                {
                    violationCode,
                    committedAt = committedAt ?? At(0, 8),
                    assessedAt = at,
                    facts = facts ?? new { },
                    caseId = Id,
                }
            );

    /// <summary>The penalty as it is proposed, told and decided.</summary>
    public object[] Penalties => [new { kind = "Fine", amountFen = FineFen }];

    private static ApiAnswer Read(ApiAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }
}

/// <summary>Cases of the ordinary procedure to begin a test with, over HTTP like every other.</summary>
internal static class OrdinarySteps
{
    public const string PartyName = "龚喆彧";
    public const string Violation = "GJ-ZD-01";
    public const string Facts = "2024年5月13日，当事人未经批准占用汉沽街道新开中路36号门前城市道路堆放建筑材料，面积六平方米。";

    public const string Reasons = "占用面积六平方米，持续不足一日，案发后清走，按一般情形处罚。";

    public static readonly object Place = new { text = "汉沽街道新开中路36号门前", divisionCode = "120116" };
    public static readonly object[] Basis = [new { instrument = "《城市道路管理条例》", article = "第四十二条" }];

    /// <summary>The file that every act of the stories names: a page that was scanned.</summary>
    public static readonly byte[] File = System.Text.Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n%%EOF\n"
    );

    public static readonly string Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File));

    /// <summary>The days are counted from a Monday on which nothing is off for three weeks.</summary>
    private static readonly DateTimeOffset Monday = new(2024, 5, 13, 9, 0, 0, TimeSpan.FromHours(8));
    private static int parties;

    /// <summary>An hour of the n-th day after a day.</summary>
    public static DateTimeOffset Date(this DateTimeOffset begin, int day, int hour, int minute) =>
        new DateTimeOffset(begin.Date, begin.Offset).AddDays(day).AddHours(hour).AddMinutes(minute);

    /// <summary>A case that is still to be registered, with a party of its own.</summary>
    public static OrdinaryCase NewCase(this ApiFixture api) => new(api, Guid.CreateVersion7(), Monday, 500_00, NextIdNumber());

    /// <summary>A clue is registered and its party identified: day 0.</summary>
    public static async Task<OrdinaryCase> GivenRegisteredCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        string code = Violation,
        bool company = false
    )
    {
        var @case = await api.GivenClue(fineFen, begin, code, company);
        await (company ? @case.IdentifyCompany(@case.At(0, 9, 10)) : @case.Identify(@case.At(0, 9, 10), @case.PartyNumber));
        return @case;
    }

    /// <summary>A clue is registered, and nobody knows whose it is: day 0.</summary>
    public static async Task<OrdinaryCase> GivenClue(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        string code = Violation,
        bool company = false,
        string? informant = null
    )
    {
        var @case = new OrdinaryCase(api, Guid.CreateVersion7(), begin ?? Monday, fineFen, NextIdNumber()) { IsCompany = company };
        var answer = await api.SignedInAs("hg-officer1")
            .PostJson(
                "ordinary-cases",
                new
                {
                    caseId = @case.Id,
                    clue = new
                    {
                        doneAt = @case.At(0, 9),
                        source = informant is null ? "Inspection" : "Complaint",
                        receivedAt = @case.At(0, 8, 30),
                        content = "巡查发现当事人占用城市道路堆放建筑材料。",
                        violationCode = code,
                        committedAt = @case.At(0, 8),
                        place = Place,
                        informant,
                    },
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return @case;
    }

    /// <summary>The party is identified by the number of an identity card.</summary>
    public static Task<ApiAnswer> Identify(this OrdinaryCase @case, DateTimeOffset at, string number) =>
        @case.Done(
            "identify-party",
            new
            {
                doneAt = at,
                party = new
                {
                    kind = "Citizen",
                    identity = "Documented",
                    name = PartyName,
                    document = "CitizenIdCard",
                    documentNumber = number,
                    address = "天津市滨海新区汉沽街道牌坊东街8号",
                    phone = "13800000000",
                },
            }
        );

    /// <summary>The party is a company of the same name as the usual one, which represents it: what is served and signed by name stays the same.</summary>
    private static Task<ApiAnswer> IdentifyCompany(this OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done(
            "identify-party",
            new
            {
                doneAt = at,
                party = new
                {
                    kind = "LegalPerson",
                    identity = "Documented",
                    name = PartyName,
                    document = "CreditCode",
                    documentNumber = "91120102MA05000230",
                    address = "天津市滨海新区汉沽街道牌坊东街8号",
                    representative = PartyName,
                },
            }
        );

    /// <summary>Filed by the head: day 0.</summary>
    public static async Task<OrdinaryCase> GivenFiledCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        string code = Violation,
        bool company = false
    )
    {
        var @case = await api.GivenRegisteredCase(fineFen, begin, code, company);
        (await @case.ProposeFiling(@case.At(0, 8), code)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(0, 11));
        (await @case.FileCase()).ShouldBe(HttpStatusCode.OK);
        return @case;
    }

    /// <summary>The filing is asked for.</summary>
    /// <param name="committedAt">When the act happened.</param>
    public static Task<ApiAnswer> ProposeFiling(
        this OrdinaryCase @case,
        DateTimeOffset committedAt,
        string code = Violation,
        string @as = "hg-officer1"
    ) =>
        @case.Act(
            "propose-filing",
            new
            {
                doneAt = @case.At(0, 10),
                violationCode = code,
                committedAt,
                discoveredOn = DateOnly.FromDateTime(@case.Begin.Date),
                place = Place,
                facts = "当事人占用城市道路堆放建筑材料，涉嫌擅自占用城市道路。",
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
            },
            @as
        );

    /// <summary>The head approves the filing.</summary>
    public static Task<ApiAnswer> FileCase(this OrdinaryCase @case) =>
        @case.Act("file-case", new { doneAt = @case.At(0, 13), opinion = "同意立案。" }, "hg-head");

    /// <summary>The investigation of a filed case is concluded with a proposal to give no penalty: day 2.</summary>
    /// <param name="investigated">The records are taken already.</param>
    public static async Task ConcludeWithoutPenalty(this OrdinaryCase @case, string outcome, bool investigated = false)
    {
        if (!investigated)
            await @case.Investigate();
        await @case.Done(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(2, 9),
                findings = Facts,
                facts = @case.FactElements(),
                characterisation = "违法行为轻微并及时改正，没有造成危害后果。",
                proposedOutcome = outcome,
                reasons = "占用时间短，当日清走。",
            }
        );
        await @case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = @case.At(2, 10),
                ticked = Array.Empty<string>(),
                noneBecause = "不涉及。",
            }
        );
    }

    /// <summary>A decision to give no penalty as it is proposed: day 2.</summary>
    /// <param name="assessmentId">The assessment that bears it out; null where none does.</param>
    /// <param name="correctBy">Day by which the party has to put things right; null: there is nothing left to put right.</param>
    public static object NoPenalty(this OrdinaryCase @case, string outcome, Guid? assessmentId, DateOnly? correctBy = null) =>
        new
        {
            doneAt = @case.At(2, 11),
            outcome,
            penalties = Array.Empty<object>(),
            facts = Facts,
            factElements = @case.FactElements(),
            basis = Array.Empty<object>(),
            assessmentId,
            reasons = "占用时间短，当日清走。",
            orders = correctBy is null ? [] : new[] { new { what = "清扫残留的水泥。", dueOn = correctBy } },
            guardian = outcome == "NoPenaltyUnderAge" && @case.Guardian is null
                ? new
                {
                    name = "龚某某",
                    tie = "父亲",
                    howChecked = "户口簿",
                }
                : null,
            notProvedBecause = outcome == "NoPenaltyNotProved" ? "没有当事人实施堆放行为的证据。" : null,
        };

    /// <summary>The case is assessed with facts that lead to an outcome without penalty: day 2.</summary>
    public static Task<Guid> AssessedAs(this OrdinaryCase @case, string outcome) =>
        @case.Assess(
            @case.At(2, 10, 30),
            outcome switch
            {
                "NoPenaltySlight" => new
                {
                    slight = true,
                    correctedInTime = true,
                    noHarm = true,
                },
                "NoPenaltyFirstTime" => new { correctedInTime = true, harmSlight = true },
                _ => new { fault = new { claim = "Proved", evidence = "市政部门出具的临时占道许可和撤销许可的送达记录" } },
            }
        );

    /// <summary>What lies proposed is endorsed, and the head decides that no penalty is given: day 3.</summary>
    public static async Task<ApiAnswer> DecideNoPenalty(this OrdinaryCase @case)
    {
        await @case.Endorse("Decision", @case.At(2, 13));
        return await @case.Act(
            "decide-no-penalty",
            new
            {
                doneAt = @case.At(3, 9),
                proposalSha256 = (await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
                opinion = "同意不予处罚。",
            },
            "hg-head"
        );
    }

    /// <summary>The party is told what it did wrong, and signs.</summary>
    public static Task<ApiAnswer> Educate(this OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done(
            "educate",
            new
            {
                doneAt = at,
                attendance = OrdinaryCase.Attendance(at.AddMinutes(-10)),
                form = "FaceToFace",
                content = "讲解城市道路管理规定。",
                partySigned = true,
                adultPresent = @case.AdultPresent,
            }
        );

    /// <summary>Scene and inquiry recorded, verified, investigation concluded: day 2.</summary>
    public static async Task<OrdinaryCase> GivenConcludedCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        bool company = false
    )
    {
        var @case = await api.GivenFiledCase(fineFen, begin, company: company);
        await @case.ConcludeInvestigation();
        return @case;
    }

    /// <summary>A filed case is investigated, and that concluded: day 2.</summary>
    public static async Task ConcludeInvestigation(this OrdinaryCase @case)
    {
        await @case.Investigate();
        await @case.Conclude();
    }

    /// <summary>The investigation is concluded on scene and inquiry: day 2.</summary>
    public static async Task Conclude(this OrdinaryCase @case)
    {
        await @case.Done(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(2, 9),
                findings = Facts,
                facts = @case.FactElements(),
                characterisation = "当事人的行为违反了《城市道路管理条例》第二十七条第一项、第三十条的规定，属于擅自占用城市道路。",
                proposedOutcome = "Penalty",
                penalties = @case.Penalties,
                grade = @case.Grade,
                assessmentId = await @case.Assess(@case.At(1, 17)),
                reasons = "占用面积较小，时间较短，按一般情形处罚。",
            }
        );
    }

    /// <summary>The notice is served on the party: day 3. The time for defence runs to day 8, for a hearing to day 10.</summary>
    public static async Task<OrdinaryCase> GivenNotifiedCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        bool hearingRightNotified = false,
        bool company = false
    )
    {
        var @case = await api.GivenConcludedCase(fineFen, begin, company: company);
        await @case.TellPenalty(hearingRightNotified);
        return @case;
    }

    /// <summary>What was concluded is told: day 3.</summary>
    public static async Task TellPenalty(this OrdinaryCase @case, bool hearingRightNotified = false)
    {
        await @case.ProposeDecision(@case.At(2, 16));
        await @case.Done(
            "tell-penalty",
            new
            {
                doneAt = @case.At(3, 9),
                penalties = @case.Penalties,
                facts = Facts,
                reasons = Reasons,
                basis = Basis,
                hearingRightNotified,
            }
        );
        await @case.Serve(@case.At(3, 15), await @case.Paper("PriorNotice"));
    }

    /// <summary>The party's statement is heard and re-checked, its time is over, the decision proposed and endorsed: day 14.</summary>
    public static async Task<OrdinaryCase> GivenProposedDecision(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        bool hearingRightNotified = false,
        bool company = false
    )
    {
        var @case = await api.GivenNotifiedCase(fineFen, begin, hearingRightNotified, company: company);
        await @case.HearAndPropose();
        return @case;
    }

    /// <summary>What was told is defended against and proposed: day 14.</summary>
    public static async Task HearAndPropose(this OrdinaryCase @case)
    {
        await @case.Done(
            "hear-defence",
            new
            {
                doneAt = @case.At(4, 10),
                points = new[] { "建筑材料是施工队堆放的，已经连夜清走。" },
                declaration = OrdinaryCase.Declared(@case.At(4, 10), @case.IsCompany),
            }
        );
        await @case.Done(
            "review-defence",
            new
            {
                doneAt = @case.At(7, 10),
                results = new[] { new { accepted = false, recheck = "施工队由当事人雇用，清走材料不影响违法事实的成立。" } },
            }
        );
        await @case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = @case.At(14, 8),
                ticked = Array.Empty<string>(),
                noneBecause = "案情简单，数额较小，不涉及重大公共利益。",
            }
        );
        await @case.ProposeDecision(@case.At(14, 9));
        await @case.Endorse("Decision", @case.At(14, 10));
    }

    /// <summary>The straight way from a filed case to its decision: day 15.</summary>
    public static async Task DecideOnward(this OrdinaryCase @case)
    {
        await @case.ConcludeInvestigation();
        await @case.TellPenalty();
        await @case.HearAndPropose();
        await @case.Decide(@case.At(15, 9));
    }

    /// <summary>Decided by the head: day 15.</summary>
    public static async Task<OrdinaryCase> GivenDecidedOrdinaryCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        bool company = false
    )
    {
        var @case = await api.GivenProposedDecision(fineFen, begin, company: company);
        await @case.Decide(@case.At(15, 9));
        return @case;
    }

    /// <summary>The decision is served on the party: day 16. The fine is due fifteen days later.</summary>
    public static async Task<OrdinaryCase> GivenServedCase(
        this ApiFixture api,
        long fineFen = 500_00,
        DateTimeOffset? begin = null,
        bool company = false
    )
    {
        var @case = await api.GivenDecidedOrdinaryCase(fineFen, begin, company: company);
        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));
        return @case;
    }

    /// <summary>The fine is paid, the head agrees to close: day 22.</summary>
    public static async Task<OrdinaryCase> GivenClosedCase(this ApiFixture api, long fineFen = 500_00, DateTimeOffset? begin = null)
    {
        var @case = await api.GivenServedCase(fineFen, begin);
        await @case.Pay(fineFen, @case.At(20, 9));
        await @case.RecheckAtOnce(@case.At(20, 10));
        await @case.Close(
            @case.At(21, 9),
            new
            {
                doneAt = @case.At(21, 9),
                reason = "Performed",
                performance = "罚款缴清。",
                receipts = new[] { "津财0001" },
            }
        );
        return @case;
    }

    /// <summary>The closed case is in the archive: day 23.</summary>
    public static async Task<OrdinaryCase> GivenArchivedCase(this ApiFixture api)
    {
        var @case = await api.GivenClosedCase();
        await @case.PutIntoArchive(@case.At(23, 9));
        return @case;
    }

    /// <summary>The party pays to the bank.</summary>
    public static async Task Pay(this OrdinaryCase @case, long amountFen, DateTimeOffset at)
    {
        var code = (await @case.Read())["payment"].GetProperty("code").GetString();
        await new DecidedCase(@case.Api, @case.Id, "", code, at).Pays(amountFen, at);
    }

    /// <summary>What the decision orders to be put right at once is found put right.</summary>
    public static Task<ApiAnswer> RecheckAtOnce(this OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done(
            "recheck-correction",
            new
            {
                result = "Corrected",
                note = "已经办理审批手续。",
                doneAt = at,
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
            }
        );

    /// <summary>Closing is proposed, endorsed and approved a day later.</summary>
    public static async Task Close(this OrdinaryCase @case, DateTimeOffset at, object proposal)
    {
        await @case.Done("propose-closing", proposal);
        await @case.Endorse("Closing", at.AddHours(1));
        await @case.Done("approve-closing", new { doneAt = at.AddDays(1), opinion = "同意结案。" }, "hg-head");
    }

    /// <summary>Everything that was issued is bound, two pages each.</summary>
    public static async Task PutIntoArchive(this OrdinaryCase @case, DateTimeOffset at) =>
        await @case.Done(
            "archive",
            new
            {
                doneAt = at,
                volumeNumber = "2024-行罚-0001",
                papers = (await @case.File())["acts"]
                    .EnumerateArray()
                    .SelectMany(a => a.GetProperty("documents").EnumerateArray())
                    .Select(d => new
                    {
                        part = d.GetProperty("kind").GetString() == "PenaltyDecision" ? "Decision" : "Investigation",
                        title = DocumentForms.Of(Enum.Parse<DocumentKind>(d.GetProperty("kind").GetString()!)).Title,
                        number = d.GetProperty("number").GetString() is { Length: > 0 } number ? number : null,
                        date = d.GetProperty("issuedOn").GetString(),
                        pages = 2,
                    }),
                checkedBy = DemoIds.Person("hg-teamlead"),
            }
        );

    /// <summary>Scene and inquiry, both verified: day 1.</summary>
    /// <param name="adultPresent">The adult who was present for a minor; null: the guardian of the case.</param>
    public static async Task Investigate(this OrdinaryCase @case, object? adultPresent = null)
    {
        await @case.Done(
            "record-scene",
            new
            {
                doneAt = @case.At(0, 15),
                startedAt = @case.At(0, 14, 30),
                attendance = OrdinaryCase.Attendance(@case.At(0, 14, 25)),
                evidenceId = @case.SceneId,
                place = "汉沽街道新开中路36号门前",
                inspectedName = PartyName,
                findings = "新开中路36号门前非机动车道上堆放水泥、砖块，长三米、宽二米，共六平方米。",
                recusalAnswer = "不申请回避。",
                signature = new { signed = true },
                recordSha256 = Hash,
            }
        );
        await @case.Done("record-inquiry", @case.Inquiry(adultPresent ?? @case.AdultPresent));
        await @case.Done(
            "verify-evidence",
            new
            {
                doneAt = @case.At(1, 16),
                items = new[] { @case.SceneId, @case.InquiryId }.Select(id => new { evidenceId = id, how = "与音像记录核对一致" }),
                verifierName = NameOf("hg-officer1"),
            }
        );
    }

    /// <summary>The questioning of the party: day 1.</summary>
    public static object Inquiry(this OrdinaryCase @case, object? adultPresent) =>
        new
        {
            doneAt = @case.At(1, 10),
            startedAt = @case.At(1, 9),
            attendance = OrdinaryCase.Attendance(@case.At(1, 8, 55)),
            evidenceId = @case.InquiryId,
            place = "汉沽街道综合行政执法大队询问室",
            inquiredName = PartyName,
            @as = "Party",
            rightsNotifiedAt = @case.At(1, 9),
            recusalAnswer = "听清楚了，不申请回避。",
            adultPresent,
            questions = new[]
            {
                new { question = "这些建筑材料是谁堆放的？", answer = "是我装修门面雇的施工队堆放的。" },
                new { question = "占用城市道路有没有经过批准？", answer = "没有办理。" },
            },
            checkedWords = "以上笔录我看过，与我说的一致。",
            signature = new { signed = true },
            recordSha256 = Hash,
        };

    /// <summary>Proposes the decision as it was told.</summary>
    public static async Task<ApiAnswer> ProposeDecision(this OrdinaryCase @case, DateTimeOffset at) =>
        await @case.Done("propose-decision", @case.Proposal(at, await @case.Assess(at.AddMinutes(-10))));

    /// <summary>The decision as it was told, on an assessment.</summary>
    public static object Proposal(this OrdinaryCase @case, DateTimeOffset at, Guid assessmentId) =>
        new
        {
            doneAt = at,
            outcome = "Penalty",
            penalties = @case.Penalties,
            grade = @case.Grade,
            facts = Facts,
            factElements = @case.FactElements(),
            basis = Basis,
            assessmentId,
            reasons = Reasons,
            refersToHearingRecord = @case.Heard,
            orders = new[] { new { what = "今后占用城市道路应当依法办理审批手续。" } },
        };

    /// <summary>The party asks for a hearing (day 4), which is held and reported: day 21. It has to have been told that it may.</summary>
    public static async Task HoldHearing(this OrdinaryCase @case)
    {
        await @case.Done("request-hearing", new { doneAt = @case.At(4, 9), submission = new { arrived = Day(@case.At(4, 9)) } });
        await @case.Done(
            "notify-hearing",
            new
            {
                doneAt = @case.At(7, 9),
                hearingAt = @case.At(21, 9),
                place = "汉沽街道办事处二楼会议室",
                hostPersonId = DemoIds.Person("hg-hearing"),
                hostName = NameOf("hg-hearing"),
            },
            "hg-head"
        );
        await @case.Serve(@case.At(7, 15), await @case.Paper("HearingNotice"));
        await @case.Done(
            "hold-hearing",
            new
            {
                doneAt = @case.At(21, 10, 30),
                agents = 1,
                attendance = "Attended",
                investigatorsWords = "出示现场检查笔录、询问笔录，建议按拟定意见处罚。",
                evidenceShownIds = new[] { @case.SceneId, @case.InquiryId },
                partyWords = "承认占用，请求少罚。",
                recordSigned = true,
                recorderName = "汉辅之",
                rightsNotified = "主持人告知当事人有申请回避、委托代理、申辩和质证的权利。",
                recusalAnswer = "当事人不申请主持人回避。",
                participants = new[] { "委托代理人：高某某" },
                mediaSha256 = new[] { Hash },
            },
            "hg-hearing"
        );
        @case.Heard = true;
        await @case.Done(
            "report-hearing",
            new
            {
                doneAt = @case.At(21, 16),
                issues = "占用面积和时间如何认定。",
                evidenceFindings = "两份笔录合法、真实，予以采信。",
                proposal = "建议维持拟处罚意见。",
            },
            "hg-hearing"
        );
    }

    /// <summary>The decision is proposed, reviewed and discussed on one day; what is left is the endorsement.</summary>
    public static async Task ReviewAndDiscuss(this OrdinaryCase @case, DateTimeOffset at)
    {
        await @case.Done("assess-review-triggers", new { doneAt = at, ticked = new[] { "MajorInterestsAfterHearing" } });
        await @case.ProposeDecision(at.AddMinutes(30));
        await @case.Done("submit-for-review", new { doneAt = at.AddHours(1) });
        await @case.Done("take-review", new { doneAt = at.AddHours(1.5) }, "hg-reviewer");
        string[] points =
        [
            "SubjectAndOfficers",
            "Procedure",
            "FactsAndEvidence",
            "LawAndDiscretion",
            "Powers",
            "Documents",
            "SuspectedCrime",
        ];
        await @case.Done(
            "give-review-opinion",
            new
            {
                doneAt = at.AddHours(2),
                outcome = "Passed",
                points = points.Select(point => new { point, isInOrder = true }),
                matterSha256 = (await @case.File())["matterSha256"].GetString(),
                words = "事实清楚，程序合法，适用法律正确，同意。",
            },
            "hg-reviewer"
        );
        await @case.Discuss(at.AddHours(4));
    }

    /// <summary>The leaders of the organ discuss what lies proposed, and agree.</summary>
    public static async Task Discuss(this OrdinaryCase @case, DateTimeOffset at)
    {
        string[] leaders = ["hg-head", "hg-deputy1", "hg-deputy2"];
        await @case.Done(
            "discuss-collectively",
            new
            {
                doneAt = at,
                views = leaders.Select(leader => new
                {
                    personId = DemoIds.Person(leader),
                    name = NameOf(leader),
                    post = "街道办事处领导",
                    isLeaderOfOrgan = true,
                    view = "同意。",
                }),
                concludedOutcome = "Penalty",
                concludedPenalties = @case.Penalties,
                conclusion = "同意按拟定意见处罚。",
                place = "汉沽街道办事处会议室",
                recorderName = "汉法明",
            },
            "hg-head"
        );
    }

    /// <summary>The head decides what lies proposed.</summary>
    public static async Task<ApiAnswer> Decide(this OrdinaryCase @case, DateTimeOffset at) =>
        await @case.Done("decide", await @case.Decision(at), "hg-head");

    /// <summary>The head's decision on what lies proposed.</summary>
    public static async Task<object> Decision(this OrdinaryCase @case, DateTimeOffset at) =>
        new
        {
            doneAt = at,
            proposalSha256 = (await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
            opinion = "同意作出处罚决定。",
        };

    public static object[] FactElements(this OrdinaryCase @case) =>
        [
            new { name = "占用城市道路的时间、地点、面积", evidenceIds = new[] { @case.SceneId } },
            new { name = "占用人和未经批准", evidenceIds = new[] { @case.InquiryId } },
        ];

    internal static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.Date);

    /// <summary>Name of somebody of the demo, as printed.</summary>
    public static string NameOf(string userName) => DemoOrganisations.Accounts.Single(a => a.UserName == userName).Name;

    /// <summary>A valid number of an identity card that no other case has.</summary>
    private static string NextIdNumber() => IdNumber(new DateOnly(1970, 1, 1).AddDays(Interlocked.Increment(ref parties)));

    /// <summary>A valid number of an identity card of somebody born on a day.</summary>
    public static string IdNumber(DateOnly birth)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = "120116" + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "002";
        return digits + "10X98765432"[digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11];
    }
}
