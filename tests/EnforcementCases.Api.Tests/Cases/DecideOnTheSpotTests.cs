using System.Globalization;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Cases.CaseSteps;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The whole on-the-spot decision in one call: what the law allows happens, what it forbids is refused with rule and article and changes nothing.</summary>
public sealed class DecideOnTheSpotTests(ApiFixture api)
{
    private const string Adult = "120102199001010013";

    private ApiClient Officer => api.SignedInAs("hg-officer1");

    [Theory, Rule("APL-51-1"), Rule("APL-51-2"), Rule("APL-51-4"), Rule("NUM-INCL")]
    [InlineData("Citizen", 200_00, null, null)]
    [InlineData("Citizen", 200_01, "simple-procedure.citizen-fine-over-ceiling", "APL-51-1")]
    [InlineData("LegalPerson", 3000_00, null, null)]
    [InlineData("LegalPerson", 3000_01, "simple-procedure.organisation-fine-over-ceiling", "APL-51-2")]
    [InlineData("OtherOrganisation", 3000_01, "simple-procedure.organisation-fine-over-ceiling", "APL-51-2")]
    [InlineData("IndividualBusiness", 200_00, null, null)]
    [InlineData("IndividualBusiness", 200_01, "simple-procedure.individual-business-fine-over-ceiling", "APL-51-4")]
    public async Task Fine_is_allowed_up_to_and_including_the_ceiling(string kind, long fen, string? code, string? rule)
    {
        var answer = await Decide(fen, b => b["party"] = SelfDeclared(kind));

        if (code is null)
            answer.Status.ShouldBe(201, answer.Body.ToString());
        else
            answer.ShouldBeProblem(422, code, rule)["basis"].GetString().ShouldBe("《行政处罚法》第五十一条");
    }

    /// <summary>A business is known by its code; a card, or an age, is a citizen's.</summary>
    [Theory, Rule("APL-51-4")]
    [InlineData("Documented", "CitizenIdCard", null, "/party/document")]
    [InlineData("SelfDeclared", null, 41, "/party/statedAge")]
    public async Task What_identifies_a_citizen_identifies_no_individual_business(
        string identity,
        string? document,
        int? age,
        string pointer
    )
    {
        var answer = await Decide(
            50_00,
            b =>
                b["party"] = new
                {
                    kind = "IndividualBusiness",
                    identity,
                    name = "龚记小吃店",
                    document,
                    documentNumber = document is null ? null : OrdinarySteps.IdNumber(new DateOnly(1983, 5, 6)),
                    statedAge = age,
                    photoSha256 = document is null ? new string('a', 64) : null,
                    representative = "龚喆彧",
                }
        );

        answer.ShouldBeProblem(422, "party.document-does-not-fit");
        answer.Body.GetRawText().ShouldContain(pointer);
    }

    [Fact, Rule("APL-51-1")]
    public async Task A_refused_decision_leaves_nothing_behind()
    {
        var key = Guid.NewGuid().ToString("N");
        var body = ASimpleCase(200_01);
        body["caseId"] = Guid.CreateVersion7();
        (await Officer.PostJson("simple-cases", body, key)).ShouldBeProblem(422, "simple-procedure.citizen-fine-over-ceiling");

        (await Officer.GetJson($"cases/{body["caseId"]}")).ShouldBeProblem(404, "case.not-found");
        var before = await NextSerial();
        (await Officer.PostJson("simple-cases", body, key)).ShouldBeProblem(422, "simple-procedure.citizen-fine-over-ceiling"); // asked again, judged again
        (await NextSerial()).ShouldBe(before + 1); // the refusals took no number
    }

    [Theory]
    [InlineData("APL-51-3", "simple-procedure.kind-not-allowed", "kinds", "PublicCriticism")]
    [InlineData("APL-51-3", "simple-procedure.kind-not-allowed", "kinds", "ConfiscationOfGoods")]
    [InlineData("APL-18-3", "penalty.detention-not-ours", "kinds", "Detention")]
    [Rule("APL-51-3"), Rule("APL-18-3")]
    public async Task Only_warning_and_fine_are_given_on_the_spot(string rule, string code, string member, string kind) =>
        (await Decide(0, b => b[member] = new[] { kind })).ShouldBeProblem(422, code, rule);

    [Fact, Rule("APL-42")]
    public async Task Two_different_officers_are_needed()
    {
        (await Decide(50_00, b => b["officers"] = new[] { AnOfficer("hg-officer1") })).ShouldBeProblem(422, "officers.too-few", "APL-42");
        (await Decide(50_00, b => b["officers"] = new[] { AnOfficer("hg-officer1"), AnOfficer("hg-officer1") })).ShouldBeProblem(
            422,
            "officers.too-few",
            "APL-42"
        );
    }

    [Fact, Rule("APL-42-AUX")]
    public async Task Auxiliary_staff_do_not_count() =>
        (await Decide(50_00, b => b["officers"] = new[] { AnOfficer("hg-officer1"), AnOfficer("hg-auxiliary") })).ShouldBeProblem(
            422,
            "officers.auxiliary-acting",
            "APL-42-AUX"
        );

    [Theory, Rule("APL-42-CERT")]
    [InlineData("hg-expired", "2022-06-30", true)] // the last day of validity counts
    [InlineData("hg-expired", "2022-07-01", false)]
    [InlineData("hg-suspended", "2022-05-31", true)]
    [InlineData("hg-suspended", "2022-06-01", false)] // the first day of the suspension
    public async Task A_certificate_is_asked_for_on_the_day_of_the_act(string second, string day, bool allowed)
    {
        var body = ASimpleCase(50_00, At(day, 10));
        body["officers"] = new[] { AnOfficer("hg-officer1"), AnOfficer(second) };

        var answer = await Officer.PostJson("simple-cases", body);

        if (allowed)
            answer.Status.ShouldBe(201, answer.Body.ToString());
        else
            answer.ShouldBeProblem(422, "certificate.not-valid", "APL-42-CERT");
    }

    [Fact, Rule("APL-55")]
    public async Task A_certificate_that_was_not_shown_does_not_help() =>
        (await Decide(50_00, b => b["certificatesShownAt"] = ((DateTimeOffset)b["decidedAt"]!).AddMinutes(1))).ShouldBeProblem(
            422,
            "officers.certificates-not-shown",
            "APL-55"
        );

    [Fact]
    public async Task Who_logs_the_case_was_at_the_scene() =>
        (await api.SignedInAs("hg-officer3").PostJson("simple-cases", ASimpleCase())).ShouldBeProblem(403, "officers.signer-not-present");

    [Theory, Rule("APL-30")]
    [InlineData("2024-06-02", "Ordinary", "party-age.minor-without-leniency")] // fourteen on the day after the birthday
    [InlineData("2024-06-02", "Lenient", null)]
    [InlineData("2024-06-01", "Lenient", "party-age.under-fourteen")]
    public async Task Age_counts_on_the_day_of_the_act(string day, string grade, string? code)
    {
        var at = At(day, 11);
        var body = ASimpleCase(50_00, at);
        body["party"] = Documented("120102201006010012", "小某" + day);
        body["grade"] = grade;
        if (code is null)
        {
            (await Officer.PostJson("simple-cases", body)).ShouldBeProblem(422, "service.guardian-not-informed", "CPL-88");
            body["delivery"] = new
            {
                handedOverAt = at,
                signature = "Signed",
                guardianInformed = "当场电话告知其父",
            };
        }

        var answer = await Officer.PostJson("simple-cases", body);

        if (code is null)
            answer.Status.ShouldBe(201, answer.Body.ToString());
        else
            answer.ShouldBeProblem(422, code, "APL-30");
    }

    [Fact, Rule("CPL-88")]
    public async Task An_agent_takes_the_paper_with_the_authority_on_file()
    {
        var at = At("2024-05-14", 11);
        var body = ASimpleCase(50_00, at);
        (await Handing(authority: null)).ShouldBeProblem(422, "service.receiver-not-on-file", "CPL-88");
        var refused = await Handing(authority: null);
        refused.Body.ToString().ShouldContain("/delivery/receivedBy/authoritySha256");
        var handed = await Handing(new('a', 64));
        handed.Status.ShouldBe(201, handed.Body.ToString());

        Task<ApiAnswer> Handing(string? authority)
        {
            body["delivery"] = new
            {
                handedOverAt = at,
                signature = "Signed",
                receivedBy = new
                {
                    name = "钱某",
                    relation = "Agent",
                    authoritySha256 = authority,
                },
            };
            return Officer.PostJson("simple-cases", body);
        }
    }

    [Fact, Rule("APL-36")]
    public async Task After_two_years_undiscovered_there_is_no_penalty()
    {
        var found = At("2024-05-14", 9);
        var body = ASimpleCase(50_00, found);
        body["committedAt"] = At("2022-05-13", 9);
        (await Officer.PostJson("simple-cases", body)).ShouldBeProblem(422, "limitation.expired", "APL-36");

        body["continuing"] = true; // an act that still goes on has not ended
        (await Officer.PostJson("simple-cases", body)).Status.ShouldBe(201);
    }

    [Fact, Rule("APL-33-1a")]
    public async Task Slight_corrected_and_harmless_forbids_the_penalty() =>
        (
            await Decide(
                50_00,
                b =>
                    b["exemption"] = new
                    {
                        slight = true,
                        correctedInTime = true,
                        noHarm = true,
                    }
            )
        ).ShouldBeProblem(422, "no-penalty.slight-corrected-harmless", "APL-33-1a");

    [Fact, Rule("APL-52-3")]
    public async Task Telling_and_listening_come_first()
    {
        var at = Monday;
        (await Decide(50_00, b => b["notice"] = Notice(at.AddMinutes(1), "放弃"))).ShouldBeProblem(
            422,
            "prior-telling.not-told",
            "APL-52-3"
        );
        (await Decide(50_00, b => b["notice"] = Notice(at.AddMinutes(-5), null))).ShouldBeProblem(
            422,
            "prior-telling.not-heard",
            "APL-52-3"
        );
        (await Decide(80_00, b => b["notice"] = Notice(at.AddMinutes(-5), "放弃"))).ShouldBeProblem(
            422,
            "prior-telling.heavier-than-told",
            "APL-52-3"
        );
    }

    [Fact, Rule("APL-40")]
    public async Task Facts_need_evidence() =>
        (await Decide(50_00, b => b["evidence"] = Array.Empty<object>())).ShouldBeProblem(422, "evidence.missing", "APL-40");

    [Fact, Rule("APL-5")]
    public async Task The_amount_needs_reasons() =>
        (await Decide(50_00, b => b["reasonsForAmount"] = "")).ShouldBeProblem(422, "penalty-basis.reasons-missing", "APL-5");

    [Fact, Rule("APL-28")]
    public async Task An_order_to_correct_goes_with_the_penalty() =>
        (await Decide(50_00, b => b["correction"] = null)).ShouldBeProblem(422, "order-to-correct.missing", "APL-28");

    [Fact, Rule("APL-34"), Rule("APL-24")]
    public async Task The_article_bounds_the_fine_and_the_organ_its_matters()
    {
        (await Decide(49_99, b => b["violationCode"] = "TJ-GG-01")).ShouldBeProblem(422, "penalty-basis.outside-statutory-range", "APL-34");
        (await Decide(50_00, b => b["violationCode"] = "TJ-GG-01")).Status.ShouldBe(201);
        (await Decide(50_00, b => b["violationCode"] = "ZJ-RZ-01")).ShouldBeProblem(422, "jurisdiction.matter-not-in-force", "APL-24");
    }

    [Fact, Rule("APL-22")]
    public async Task A_place_outside_the_area_needs_a_designation()
    {
        void Elsewhere(Dictionary<string, object?> b) => b["place"] = new { address = "河东区某路", divisionCode = "120102" };
        (await Decide(50_00, Elsewhere)).ShouldBeProblem(422, "jurisdiction.outside-area", "APL-22");
    }

    [Fact, Rule("APL-52-1")]
    public async Task It_is_handed_over_on_the_spot_and_a_refusal_is_noted()
    {
        var at = Monday;
        (await Decide(50_00, b => b["delivery"] = new { handedOverAt = at.AddDays(1), signature = "Signed" })).ShouldBeProblem(
            422,
            "on-the-spot-decision.not-handed-over",
            "APL-52-1"
        );
        (await Decide(50_00, b => b["delivery"] = new { handedOverAt = at, signature = "Refused" })).ShouldBeProblem(
            422,
            "on-the-spot-decision.refusal-not-noted",
            "APL-52-1"
        );
    }

    [Fact, Rule("APL-29")]
    public async Task One_act_is_fined_once()
    {
        var act = Guid.NewGuid();
        var idNumber = AnIdNumber();
        Dictionary<string, object?> Body(DateTimeOffset at)
        {
            var body = ASimpleCase(50_00, at);
            body["party"] = Documented(idNumber, "龚喆彧");
            body["offenceId"] = act;
            return body;
        }
        var first = await api.GivenDecidedCase(Body(Monday));

        (await Officer.PostJson("simple-cases", Body(Monday.AddDays(1)))).ShouldBeProblem(422, "one-act-one-fine.already-fined", "APL-29");

        var sameDay = Body(Monday.AddHours(2));
        sameDay["offenceId"] = Guid.NewGuid();
        (await Officer.PostJson("simple-cases", sameDay)).ShouldBeProblem(422, "one-act-one-fine.not-told-apart", "APL-29");
        sameDay["distinctFrom"] = new { caseId = first.Id, reason = "下午在另一路口再次摆摊" };
        (await Officer.PostJson("simple-cases", sameDay)).Status.ShouldBe(201);

        await first.Revoke(); // a revoked fine does not stand in the way
        (await Officer.PostJson("simple-cases", Body(Monday.AddDays(1)))).Status.ShouldBe(201);
    }

    [Fact, Rule("APL-29")]
    public async Task A_warning_is_no_fine_and_stands_in_nobody_s_way()
    {
        var idNumber = AnIdNumber();
        Dictionary<string, object?> Warning(int hour)
        {
            var body = ASimpleCase(0, Monday.AddHours(hour));
            body["party"] = Documented(idNumber, "龚喆彧");
            return body;
        }

        (await Officer.PostJson("simple-cases", Warning(0))).Status.ShouldBe(201);
        (await Officer.PostJson("simple-cases", Warning(1))).Status.ShouldBe(201);
    }

    [Fact, Rule("APL-29")]
    public async Task Of_two_decisions_on_one_act_at_once_one_stands()
    {
        var (act, idNumber) = (Guid.NewGuid(), AnIdNumber());
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    var body = ASimpleCase(50_00);
                    body["party"] = Documented(idNumber, "龚喆彧");
                    body["offenceId"] = act;
                    return await Officer.PostJson("simple-cases", body);
                })
        );

        answers.Count(a => a.Status == 201).ShouldBe(1);
        foreach (var refused in answers.Where(a => a.Status != 201))
            refused.ShouldBeProblem(422, "one-act-one-fine.already-fined", "APL-29");
    }

    [Theory, Rule("ARL-23-1")]
    [InlineData("2023-12-31", "也可以自收到本决定书之日起六个月内直接向人民法院提起行政诉讼")]
    [InlineData("2024-01-01", "应当自收到本决定书之日起六十日内先向天津市滨海新区人民政府申请行政复议")]
    public async Task Remedies_follow_the_date_of_the_decision(string day, string text)
    {
        var answer = await Officer.PostJson("simple-cases", ASimpleCase(50_00, At(day, 10)));

        string.Concat(answer["receipt48"].EnumerateArray().Select(l => l.GetString()!.Trim())).ShouldContain(text);
    }

    [Fact]
    public async Task The_year_of_the_number_is_the_legal_date_s_in_China()
    {
        var lastMinutes = new DateTimeOffset(2024, 12, 31, 15, 59, 0, TimeSpan.Zero); // 23:59 in China
        var answer = await Officer.PostJson("simple-cases", ASimpleCase(50_00, lastMinutes));
        answer["number"].GetString()!.ShouldContain("〔2024〕");
        var next = await Officer.PostJson("simple-cases", ASimpleCase(50_00, lastMinutes.AddMinutes(1)));
        next["number"].GetString()!.ShouldContain("〔2025〕");
        next["decidedOn"].GetString().ShouldBe("2025-01-01");
    }

    [Fact]
    public async Task What_lies_in_the_future_is_refused_and_what_is_old_is_marked()
    {
        (await Officer.PostJson("simple-cases", ASimpleCase(50_00, DateTimeOffset.UtcNow.AddHours(1)))).ShouldBeProblem(
            422,
            "time.in-future"
        );

        var @case = await api.GivenDecidedCase();
        (await @case.Read())["enteredLate"].GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("110105194912310021", "id-number.wrong-check-digit")]
    [InlineData("120102199002300019", "id-number.wrong-birth-date")]
    public async Task A_document_number_has_to_be_right(string number, string code) =>
        (await Decide(50_00, b => b["party"] = Documented(number, "某人"))).ShouldBeProblem(422, code);

    [Fact]
    public async Task A_party_is_found_by_its_number_and_never_shown_whole()
    {
        var body = ASimpleCase(50_00);
        body["party"] = Documented(Adult, "龚喆彧");
        body["committedAt"] = Monday.AddDays(40).AddMinutes(-20);
        var @case = await Officer.PostJson("simple-cases", Shifted(body, 40));
        @case.Status.ShouldBe(201, @case.Body.ToString());

        var found = await Officer.PostJson(
            "parties/search",
            new { document = "CitizenIdCard", documentNumber = "１２０１０２ 19900101 0013" }
        );

        found.Body.EnumerateArray().ShouldContain(p => p.GetProperty("documentTail").GetString() == "0013");
        found.Body.ToString().ShouldNotContain(Adult);
        (await Officer.GetJson($"cases/{@case["id"]}")).Body.ToString().ShouldNotContain(Adult);
        (await api.SignedInAs("xc-officer1").PostJson("parties/search", new { document = "CitizenIdCard", documentNumber = Adult }))
            .Body.GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task The_record_verifies_and_holds_no_name()
    {
        var @case = await api.GivenDecidedCase();

        var record = await Officer.GetJson($"cases/{@case.Id}/record");
        record["entries"].GetArrayLength().ShouldBe(2); // assessed, decided
        record.Body.ToString().ShouldNotContain("龚喆彧");
        (await Officer.GetJson($"cases/{@case.Id}/record/verification"))["intact"].GetBoolean().ShouldBeTrue();
    }

    [Fact, Rule("APL-52-1")]
    public async Task Printing_twice_gives_the_same_file_and_counts()
    {
        var @case = await api.GivenDecidedCase();
        var document = (await Officer.GetJson($"cases/{@case.Id}/documents")).Body[0].GetProperty("id").GetString();
        var path = $"cases/{@case.Id}/documents/{document}";
        (await Officer.GetJson($"{path}/file?format=A4")).ShouldBeProblem(409, "document.not-printed");

        var first = await Officer.PostJson($"{path}/prints", new { format = "A4" });
        var file = await Officer.GetJson($"{path}/file?format=A4");
        var second = await Officer.PostJson($"{path}/prints", new { format = "A4" });

        first["count"].GetInt32().ShouldBe(1);
        second["count"].GetInt32().ShouldBe(2);
        second["fileSha256"].GetString().ShouldBe(first["fileSha256"].GetString());
        (await Officer.GetJson($"{path}/file?format=A4")).Bytes.ShouldBe(file.Bytes);
        System.Text.Encoding.ASCII.GetString(file.Bytes, 0, 5).ShouldBe("%PDF-");
        (await Officer.GetJson($"cases/{@case.Id}/record"))["entries"].GetArrayLength().ShouldBe(4); // assessed, decided, printed twice
    }

    [Fact]
    public async Task Anybody_can_check_a_paper_by_its_code_and_learns_nothing_private()
    {
        var answer = await Officer.PostJson("simple-cases", ASimpleCase());

        var verified = await api.Anonymous.GetJson($"public/verify/{answer["verificationCode"]}");

        verified["number"].GetString().ShouldBe(answer["number"].GetString());
        verified["standing"].GetBoolean().ShouldBeTrue();
        verified.Body.ToString().ShouldNotContain("龚喆彧");
        (await api.Anonymous.GetJson("public/verify/ZZZZZZZZZZZZ")).ShouldBeProblem(404, "document.not-found");
    }

    [Fact]
    public async Task Lists_page_by_cursor_and_stay_in_scope()
    {
        for (var i = 0; i < 3; i++)
            await api.GivenDecidedCase(50_00, At("2025-08-04", 9).AddMinutes(i));
        const string filter = "decidedFrom=2025-08-04&decidedTo=2025-08-04&limit=2";

        var first = await Officer.GetJson($"cases?{filter}");
        var second = await Officer.GetJson($"cases?{filter}&cursor={first["next"]}");

        first["items"].GetArrayLength().ShouldBe(2);
        second["items"].GetArrayLength().ShouldBe(1);
        first.Headers.GetValues("Link").Single().ShouldContain("rel=\"next\"");
        (await api.SignedInAs("xc-officer1").GetJson("cases?decidedFrom=2025-08-04&decidedTo=2025-08-04"))["items"]
            .GetArrayLength()
            .ShouldBe(0);
        (await api.SignedInAs("bhxq-supervisor").GetJson("cases?decidedFrom=2025-08-04&decidedTo=2025-08-04"))["items"]
            .GetArrayLength()
            .ShouldBe(3);
        (await Officer.GetJson("cases?limit=201")).ShouldBeProblem(400, "list.limit-out-of-range");
        (await Officer.GetJson("cases?cursor=abc")).ShouldBeProblem(400, "list.cursor-malformed");
    }

    private static object SelfDeclared(string kind) =>
        new
        {
            kind,
            identity = "SelfDeclared",
            name = "龚喆彧",
            statedAge = kind == "Citizen" ? 41 : (int?)null,
            photoSha256 = new string('a', 64),
            representative = "张某",
        };

    internal static object Documented(string number, string name) =>
        new
        {
            kind = "Citizen",
            identity = "Documented",
            name,
            document = "CitizenIdCard",
            documentNumber = number,
        };

    private static object Notice(DateTimeOffset notifiedAt, string? waiver) =>
        new
        {
            notifiedAt,
            matters = new[] { "All" },
            notifiedAmountFen = 50_00,
            waiverWords = waiver,
        };

    /// <summary>A made-up number with a right check digit that no other test uses.</summary>
    internal static string AnIdNumber()
    {
        var seventeen = $"12010119{Random.Shared.Next(60, 99)}0101{Random.Shared.Next(100, 999)}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return seventeen + "10X98765432"[seventeen.Zip(weights, (c, w) => (c - '0') * w).Sum() % 11];
    }

    private static DateTimeOffset At(string day, int hour) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new(hour, 0)), TimeSpan.FromHours(8));

    private static Dictionary<string, object?> Shifted(Dictionary<string, object?> body, int days)
    {
        var shifted = ASimpleCase((long)body["amountFen"]!, Monday.AddDays(days));
        shifted["party"] = body["party"];
        return shifted;
    }

    private async Task<ApiAnswer> Decide(long fen, Action<Dictionary<string, object?>> change)
    {
        var body = ASimpleCase(fen);
        change(body);
        return await Officer.PostJson("simple-cases", body);
    }

    private async Task<int> NextSerial()
    {
        var number = (await api.GivenDecidedCase()).Number;
        return int.Parse(number[(number.IndexOf('第', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture);
    }
}
