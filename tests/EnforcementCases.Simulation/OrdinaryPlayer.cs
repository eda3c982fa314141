using System.Globalization;
using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>Plays a case of the ordinary procedure from the clue to the closing, each act by the person whose act it is. Acts done in an earlier run answer as they did then.</summary>
internal sealed class OrdinaryPlayer(
    ApiClient api,
    Bank bank,
    Brigade brigade,
    Wording wording,
    Parties parties,
    Report report,
    Options options,
    string run
)
{
    /// <summary>Tells the parties of these cases from those of the simple ones.</summary>
    private const int FirstParty = 500;

    public async Task Play(PlannedOrdinaryCase planned)
    {
        var random = new Random(planned.Seed);
        var words = wording.Of(planned.Violation.Code);
        var (officer, fen) = (planned.Officer.Account, planned.FineYuan * 100L);
        var place = new
        {
            text = $"{report.Organisation}{random.Pick(wording.Roads)}{1 + random.Next(180)}号",
            divisionCode = options.DivisionCode,
        };
        var facts = random
            .Pick(words.Facts)
            .Replace("{place}", place.text, StringComparison.Ordinal)
            .Replace("{violation}", planned.Violation.Name, StringComparison.Ordinal)
            .Replace("{area}", (1 + random.Next(6)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{count}", (1 + random.Next(4)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var party = parties.Make(PartySort.LegalPerson, FirstParty + planned.Place, random);
        var (scene, inquiry, photo) = (Id(planned, 1), Id(planned, 2), Id(planned, 3));
        string Hash(string what) => parties.Sha256(string.Create(CultureInfo.InvariantCulture, $"ordinary {planned.Place} {what}"));
        object Present(DateTimeOffset at) =>
            new
            {
                officers = new[] { planned.Officer, planned.Companion }.Select(o => new
                {
                    officerId = o.Id,
                    certificateNumber = o.Certificate,
                }),
                certificatesShownAt = at,
            };

        await Done(
            planned,
            "登记线索",
            api.Post(
                officer,
                "ordinary-cases",
                new
                {
                    caseId = planned.CaseId,
                    clue = new
                    {
                        doneAt = planned.At(0, 9),
                        source = "Inspection",
                        receivedAt = planned.At(0, 8, 50),
                        content = facts,
                        violationCode = planned.Violation.Code,
                        committedAt = planned.At(0, 8, 45),
                        place,
                    },
                    device = new { id = planned.Officer.Device, sequence = planned.Place },
                },
                Key(planned, "clue")
            )
        );
        await Act(planned, officer, "identify-party", new { doneAt = planned.At(0, 9, 10), party });
        await Act(
            planned,
            officer,
            "propose-filing",
            new
            {
                doneAt = planned.At(0, 9, 30),
                violationCode = planned.Violation.Code,
                committedAt = planned.At(0, 8, 45),
                discoveredOn = planned.Days[0],
                place,
                facts,
                officerIds = new[] { planned.Officer.Id, planned.Companion.Id },
            }
        );
        await Endorse(planned, "Filing", planned.At(0, 10));
        await Act(planned, brigade.Head, "file-case", new { doneAt = planned.At(0, 11), opinion = "同意立案" });

        await Act(
            planned,
            officer,
            "record-scene",
            new
            {
                doneAt = planned.At(0, 14, 40),
                startedAt = planned.At(0, 14),
                attendance = Present(planned.At(0, 14)),
                evidenceId = scene,
                place = place.text,
                inspectedName = "现场负责人",
                recusalAnswer = "不申请回避",
                findings = facts,
                signature = new { signed = true },
                recordSha256 = Hash("scene"),
                mediaSha256 = new[] { Hash("film") },
            }
        );
        await Act(
            planned,
            officer,
            "record-inquiry",
            new
            {
                doneAt = planned.At(0, 16),
                startedAt = planned.At(0, 15),
                attendance = Present(planned.At(0, 15)),
                evidenceId = inquiry,
                place = $"{report.Organisation}综合执法大队询问室",
                inquiredName = "法定代表人",
                inquiredDocumentNumber = "居民身份证（已核对原件）",
                @as = "Party",
                rightsNotifiedAt = planned.At(0, 15),
                recusalAnswer = "不申请回避",
                questions = new[]
                {
                    new { question = "我们是执法人员，证件已向你出示，你是否看清？", answer = "看清了。" },
                    new { question = $"请说明{planned.Violation.Name}的情况。", answer = facts },
                    new { question = "你对上述事实有无异议？", answer = "没有异议，愿意改正。" },
                },
                checkedWords = "以上笔录我看过，和我说的一样。",
                signature = new { signed = true },
                recordSha256 = Hash("inquiry"),
            }
        );
        await Act(
            planned,
            officer,
            "collect-evidence",
            new
            {
                doneAt = planned.At(0, 16, 20),
                attendance = Present(planned.At(0, 16, 10)),
                items = new[]
                {
                    new
                    {
                        id = photo,
                        kind = "AudioVisualMaterial",
                        source = "执法人员现场拍摄",
                        takenAt = planned.At(0, 14, 10),
                        place = place.text,
                        sha256 = Hash("photo"),
                        description = words.Evidence,
                    },
                },
            }
        );
        await Act(
            planned,
            officer,
            "verify-evidence",
            new
            {
                doneAt = planned.At(0, 16, 30),
                items = new[] { scene, inquiry, photo }.Select(id => new { evidenceId = id, how = "与现场情况核对一致" }),
                verifierName = await NameOf(officer),
            }
        );

        var assessment = Id(planned, 4);
        await Done(
            planned,
            "裁量评估",
            api.Post(
                officer,
                "discretion/assessments",
                new
                {
                    violationCode = planned.Violation.Code,
                    committedAt = planned.At(0, 8, 45),
                    assessedAt = planned.At(1, 9),
                    facts = new { },
                    caseId = planned.CaseId,
                    assessmentId = assessment,
                },
                Key(planned, "assess")
            )
        );
        var factElements = new[] { new { name = "违法行为的时间、地点和情形", evidenceIds = new[] { scene, inquiry, photo } } };
        var penalties = new[] { new { kind = "Fine", amountFen = fen } };
        var reasons = random.Pick(wording.Reasons);
        await Act(
            planned,
            officer,
            "conclude-investigation",
            new
            {
                doneAt = planned.At(1, 10),
                findings = facts,
                facts = factElements,
                characterisation = $"其行为属于{planned.Violation.Name}",
                proposedOutcome = "Penalty",
                penalties,
                assessmentId = assessment,
                reasons,
            }
        );
        var basis = await BasisOf(planned);
        await Act(
            planned,
            officer,
            "propose-decision",
            new
            {
                doneAt = planned.At(1, 10, 30),
                outcome = "Penalty",
                penalties,
                facts,
                factElements,
                basis,
                assessmentId = assessment,
                reasons,
                orders = new[] { new { what = words.Correction } },
            }
        );
        await Act(
            planned,
            officer,
            "tell-penalty",
            new
            {
                doneAt = planned.At(1, 11),
                penalties,
                facts,
                reasons,
                basis,
                hearingRightNotified = false,
            }
        );
        await Serve(planned, "PriorNotice", planned.At(1, 14));
        if (planned.Waives)
            await Act(
                planned,
                officer,
                "waive-defence",
                new
                {
                    doneAt = planned.At(1, 14, 10),
                    words = "我对处罚没有意见，放弃陈述、申辩的权利。",
                    statement = true,
                    hearing = false,
                    declaration = new
                    {
                        declarantName = JsonSerializer.SerializeToElement(party).GetProperty("representative").GetString(),
                        tie = "LegalRepresentative",
                        attendance = Present(planned.At(1, 14, 10)),
                        signedSha256 = Hash("waiver"),
                    },
                }
            );
        await Act(
            planned,
            officer,
            "assess-review-triggers",
            new
            {
                doneAt = planned.At(6, 9),
                ticked = Array.Empty<string>(),
                noneBecause = "事实清楚、数额较小，不涉及重大公共利益",
            }
        );
        await Endorse(planned, "Decision", planned.At(6, 14));
        await Act(
            planned,
            brigade.Head,
            "decide",
            new
            {
                doneAt = planned.At(7, 9),
                proposalSha256 = await ProposalOf(planned),
                opinion = "同意",
            }
        );
        await Serve(planned, "PenaltyDecision", planned.At(7, 11));
        var code = (await Read(planned)).Body.GetProperty("payment").GetProperty("code").GetString()!;
        await Done(planned, "缴款到账", bank.Pay(Key(planned, "paid"), code, fen, planned.At(10, 10), "Bank"));
        await Close(planned);
    }

    private async Task Close(PlannedOrdinaryCase planned)
    {
        await Act(
            planned,
            planned.Officer.Account,
            "propose-closing",
            new
            {
                doneAt = planned.At(11, 9),
                reason = "Performed",
                performance = "当事人已改正违法行为并缴清罚款",
                receipts = new[] { Key(planned, "paid") },
            }
        );
        await Endorse(planned, "Closing", planned.At(11, 10));
        await Act(planned, brigade.Head, "approve-closing", new { doneAt = planned.At(12, 9), opinion = "同意结案" });
    }

    private async Task Endorse(PlannedOrdinaryCase planned, string paper, DateTimeOffset at)
    {
        foreach (var (account, level, later) in new[] { (brigade.TeamLead, "TeamLead", 0), (brigade.Deputy, "DeputyHead", 20) })
            await Act(
                planned,
                account,
                "endorse-paper",
                new
                {
                    doneAt = at.AddMinutes(later),
                    paper,
                    level,
                    agrees = true,
                    opinion = "同意",
                },
                $"endorse.{paper}.{level}"
            );
    }

    private async Task Serve(PlannedOrdinaryCase planned, string kind, DateTimeOffset at)
    {
        var file = (await api.Get(planned.Officer.Account, $"cases/{planned.CaseId}/file")).Needed("案卷");
        var document = file.GetProperty("acts")
            .EnumerateArray()
            .SelectMany(a => a.GetProperty("documents").EnumerateArray())
            .Last(d => d.GetProperty("kind").GetString() == kind)
            .GetProperty("documentId")
            .GetGuid();
        await Act(
            planned,
            planned.Officer.Account,
            "serve-document",
            new
            {
                doneAt = at.AddMinutes(5),
                documentIds = new[] { document },
                @return = new
                {
                    addressee = "当事人",
                    way = "Direct",
                    place = "当事人住所",
                    servers = new[] { planned.Officer.Id, planned.Companion.Id },
                    signedAt = at,
                    receiver = "法定代表人",
                    relation = "LegalRepresentative",
                },
            },
            $"serve.{kind}"
        );
    }

    /// <summary>What lies before the head: the hash of the proposal as the file keeps it.</summary>
    private async Task<string> ProposalOf(PlannedOrdinaryCase planned) =>
        (await api.Get(brigade.Head, $"cases/{planned.CaseId}/file"))
            .Needed("案卷")
            .GetProperty("acts")
            .EnumerateArray()
            .Last(a => a.GetProperty("act").GetString() == "ProposeDecision")
            .GetProperty("bodySha256")
            .GetString()!;

    private async Task<object> BasisOf(PlannedOrdinaryCase planned)
    {
        var detail = (
            await api.Get(planned.Officer.Account, $"catalogue/violations/{planned.Violation.Code}?onDate={planned.Days[0]:yyyy-MM-dd}")
        ).Needed("案由");
        return new[]
        {
            new { instrument = detail.GetProperty("instrument").GetString(), article = detail.GetProperty("penaltyArticle").GetString() },
        };
    }

    private async Task<string> NameOf(string account) =>
        (await api.Get(account, "session")).Needed("当前登录").GetProperty("person").GetProperty("name").GetString()!;

    private async Task Act(PlannedOrdinaryCase planned, string account, string act, object body, string? step = null)
    {
        var seen = await Read(planned);
        await Done(planned, act, api.Post(account, $"cases/{planned.CaseId}/acts/{act}", body, Key(planned, step ?? act), seen.ETag));
    }

    private async Task<Answer> Read(PlannedOrdinaryCase planned)
    {
        var answer = await api.Get(planned.Officer.Account, $"cases/{planned.CaseId}");
        return answer.IsSuccess ? answer : throw Stopped(planned, "读取案件", answer);
    }

    private static async Task Done(PlannedOrdinaryCase planned, string what, Task<Answer> call)
    {
        var answer = await call;
        if (!answer.IsSuccess)
            throw Stopped(planned, what, answer);
    }

    private static StoppedException Stopped(PlannedOrdinaryCase planned, string what, Answer answer) =>
        new(
            $"普通程序第 {planned.Place} 件（{planned.Days[0]:yyyy-MM-dd}，{planned.Violation.Code}，{planned.FineYuan} 元）{what}被拒绝：{answer}"
        );

    private string Key(PlannedOrdinaryCase planned, string step) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}.o.{planned.Officer.Device}.{planned.Place}.{step}");

    private static Guid Id(PlannedOrdinaryCase planned, int n) =>
        YearPlan.CaseId(planned.At(0, 9), YearPlan.HashCode(planned.Seed, n, "id"));
}
