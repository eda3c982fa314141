using System.Net;
using System.Net.Http.Headers;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Files of cases: how they are read, what their containers contradict, and what waits for one that never came.</summary>
public sealed class EvidenceFileTests(ApiFixture shared)
{
    [Fact]
    public async Task A_file_is_a_download_in_whole_or_in_parts_and_every_viewing_is_in_the_record()
    {
        var @case = await shared.GivenDecidedCase();
        var file = SampleFiles.Photo(10_000);
        var id = await new Uploader(shared).Upload(@case.Id, file);
        var path = $"cases/{@case.Id}/evidence/{id}/file";

        var whole = await shared.SignedInAs("hg-officer1").GetJson(path);
        whole.Status.ShouldBe(200);
        whole.Bytes.ShouldBe(file);
        whole.ContentHeaders.ContentType!.MediaType.ShouldBe("image/jpeg");
        whole.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        whole.ContentHeaders.ContentDisposition.FileNameStar.ShouldBe("现场照片.jpg");
        whole.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await Viewings(@case.Id)).ShouldBe(1);

        var part = await Part(path, "hg-supervisor", new(100, 299)); // another person: another viewing
        part.Status.ShouldBe(206);
        part.Bytes.ShouldBe(file[100..300]);
        (await Part(path, "hg-supervisor", new(300, 399))).Bytes.ShouldBe(file[300..400]);
        (await Viewings(@case.Id)).ShouldBe(2);
        foreach (var reader in new[] { "hg-officer1", "hg-head" }) // also whoever has never viewed it: nothing was shown
            (await Part(path, reader, new(10_000, null))).ShouldBeProblem(416, "evidence.file-out-of-range");
        (await Viewings(@case.Id)).ShouldBe(2);
        (await Part(path, "hg-supervisor", new(9_999, null))).Bytes.ShouldBe(file[^1..]);
        (await shared.SignedInAs("hg-officer1").GetJson(path)).Status.ShouldBe(200);
        (await Viewings(@case.Id)).ShouldBe(3);

        var other = await shared.GivenDecidedCase();
        (await shared.SignedInAs("hg-officer1").GetJson($"cases/{other.Id}/evidence/{id}/file")).ShouldBeProblem(
            404,
            "evidence.file-not-found"
        );
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_disk_is_refused_as_damaged()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo();
        var id = await new Uploader(api).Upload(@case.Id, file);
        File.Delete(Path.Combine(api.DataDirectory, "files", SampleFiles.Sha256(file)[..2], SampleFiles.Sha256(file)));

        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence/{id}/file")).ShouldBeProblem(409, "file.gone");
    }

    [Fact]
    public async Task A_film_keeps_what_its_container_states_and_what_that_contradicts_is_shown()
    {
        var taken = CaseSteps.Monday.AddMinutes(-18);
        var film = SampleFiles.Film(taken.AddHours(-8), TimeSpan.FromMinutes(3));
        var fitting = SampleFiles.Film(taken.AddMinutes(-1), TimeSpan.FromMinutes(3));
        var @case = await shared.GivenDecidedCase(CaseWith(film, fitting));
        await new Uploader(shared).Upload(@case.Id, film, "video/mp4");
        await new Uploader(shared).Upload(@case.Id, fitting);

        var files = (await Evidence(@case))["files"];

        files[0].GetProperty("kind").GetString().ShouldBe("Video");
        files[0].GetProperty("codec").GetString().ShouldBe("avc1");
        files[0].GetProperty("durationMs").GetInt64().ShouldBe(180_000);
        files[0].GetProperty("recordedAt").GetDateTimeOffset().ShouldBe(taken.AddHours(-8));
        files[0].GetProperty("contradictions").EnumerateArray().Select(c => c.GetString()).ShouldBe(["RecordedBefore"]);
        files[0].GetProperty("namedBy").EnumerateArray().Select(c => c.GetString()).ShouldBe(["DecideOnTheSpot"]);
        files[1].GetProperty("contradictions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_copy_names_its_original_which_stays_as_it_is()
    {
        var @case = await shared.GivenDecidedCase();
        var device = new Uploader(shared);
        var photo = SampleFiles.Photo();
        var original = await device.Upload(@case.Id, photo);
        Task<ApiAnswer> Begin(byte[] copy, Guid parent, string kind, string? reason) =>
            device.Begin(
                copy.Length,
                ("case", @case.Id.ToString()),
                ("sha256", SampleFiles.Sha256(copy)),
                ("filename", "遮盖.jpg"),
                ("parent", parent.ToString()),
                ("copy", kind),
                ("reason", reason)
            );
        var redacted = SampleFiles.Photo();

        (await Begin(redacted, original, "Redacted", null)).ShouldBeProblem(422, "evidence.copy-unfit");
        (await Begin(redacted, Guid.NewGuid(), "Redacted", "遮盖路人面部")).ShouldBeProblem(404, "evidence.file-not-found");
        (await Begin(redacted, original, "Better", "更清楚")).ShouldBeProblem(400, "upload.metadata-malformed");
        var begun = await Begin(redacted, original, "Redacted", "遮盖路人面部");
        var written = await device.Write(begun.ShouldBe(HttpStatusCode.Created)["id"].GetGuid(), 0, redacted);
        written.Status.ShouldBe(204, written.Body.ToString());
        var copied = Guid.Parse(Uploader.Header(written, "Upload-Receipt")!);
        (await Begin(SampleFiles.Photo(), copied, "Thumbnail", null)).ShouldBeProblem(422, "evidence.copy-unfit");

        var files = (await Evidence(@case))["files"];
        files.GetArrayLength().ShouldBe(2);
        files[1].GetProperty("parentId").GetGuid().ShouldBe(original);
        (await shared.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence/{original}/file")).Bytes.ShouldBe(photo);
    }

    [Fact]
    public async Task A_decision_on_the_spot_rests_on_the_hash_and_its_case_closes_with_the_file()
    {
        await using var api = await GivenFilesRequired();
        var file = SampleFiles.Photo();
        var @case = await api.GivenDecidedCase(CaseWith(file));
        await @case.ReportBack();

        (await @case.Stage()).ShouldBe("Decided");
        (await @case.Act("close", new { doneAt = @case.DecidedAt.AddDays(1) })).ShouldBeProblem(422, "case.not-performed");
        var waiting = await Evidence(@case);
        waiting["missing"][0].GetProperty("sha256").GetString().ShouldBe(SampleFiles.Sha256(file));
        waiting["uploadBy"].GetString().ShouldBe("2024-05-14");
        await new Uploader(api).Upload(@case.Id, SampleFiles.Photo()); // another file does not end the duty
        (await @case.Stage()).ShouldBe("Decided");
        await new Uploader(api).Upload(@case.Id, file);

        (await @case.Stage()).ShouldBe("Closed");
        (await Evidence(@case))["missing"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_head_states_why_a_file_will_never_come_and_nobody_else_does()
    {
        await using var api = await GivenFilesRequired();
        var @case = await api.GivenDecidedCase(CaseWith(SampleFiles.Photo()));
        await @case.ReportBack();
        async Task<ApiAnswer> Excuse(string @as, string reason = "执法记录仪落水损坏，数据无法恢复。") =>
            await api.SignedInAs(@as)
                .PostJson(
                    $"cases/{@case.Id}/evidence/excuse",
                    new { doneAt = @case.DecidedAt.AddDays(2), reason },
                    ifMatch: (await @case.Acts()).ETag
                );

        (await Excuse("hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
        (await Excuse("hg-head", "")).ShouldBeProblem(400, "request.invalid");
        (await Excuse("hg-head")).ShouldBe(HttpStatusCode.OK)["stage"].GetString().ShouldBe("Closed");

        var after = await Evidence(@case);
        after["missing"].GetArrayLength().ShouldBe(1, "the file is still not there");
        after["uploadBy"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Excuse("hg-head")).ShouldBeProblem(409, "evidence.no-file-awaited");
    }

    [Fact]
    public async Task No_report_rests_on_evidence_whose_file_never_came()
    {
        await using var api = await GivenFilesRequired();
        var @case = await api.GivenFiledCase();
        await @case.Investigate();
        var before = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence");
        before["missing"].GetArrayLength().ShouldBe(1, "both records name one file");
        before["uploadBy"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);

        var refused = await @case.Act(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(2, 9),
                findings = "新开中路36号门前堆放建筑材料。",
                facts = @case.FactElements(),
                characterisation = "属于擅自占用城市道路。",
                proposedOutcome = "Penalty",
                penalties = @case.Penalties,
                grade = @case.Grade,
                reasons = "按一般情形处罚。",
            }
        );
        refused.ShouldBeProblem(422, "evidence.file-missing", "REC-118-3");
        refused["errors"][0].GetProperty("pointer").GetString().ShouldBe("/facts/0");
        await new Uploader(api).Upload(@case.Id, OrdinarySteps.File, "application/pdf");
        await @case.Conclude();

        var after = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence");
        after["missing"].GetArrayLength().ShouldBe(0);
        after["uploadBy"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        after["files"][0].GetProperty("namedBy").EnumerateArray().Select(a => a.GetString()).ShouldBe(["RecordScene", "RecordInquiry"]);
    }

    [Fact]
    public async Task What_the_head_gave_up_is_not_awaited_again_with_the_next_file()
    {
        await using var api = await GivenFilesRequired();
        var @case = await api.GivenFiledCase();
        await @case.Investigate(); // its file is lost
        (
            await api.SignedInAs("hg-head")
                .PostJson(
                    $"cases/{@case.Id}/evidence/excuse",
                    new { doneAt = @case.At(1, 17), reason = "执法记录仪落水损坏，数据无法恢复。" },
                    ifMatch: (await @case.Acts()).ETag
                )
        ).ShouldBe(HttpStatusCode.OK);
        var file = SampleFiles.Photo();
        await @case.Done(
            "record-scene",
            new
            {
                doneAt = @case.At(2, 10),
                startedAt = @case.At(2, 9, 30),
                attendance = OrdinaryCase.Attendance(@case.At(2, 9, 25)),
                evidenceId = Guid.NewGuid(),
                place = "汉沽街道新开中路36号门前",
                inspectedName = OrdinarySteps.PartyName,
                findings = "水泥、砖块仍在原处。",
                recusalAnswer = "不申请回避。",
                signature = new { signed = true },
                recordSha256 = SampleFiles.Sha256(file),
            }
        );
        (await UploadBy()).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String, "the new file is awaited");

        await new Uploader(api).Upload(@case.Id, file);

        (await UploadBy()).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence"))["missing"].GetArrayLength().ShouldBe(1);

        async Task<System.Text.Json.JsonElement> UploadBy() =>
            (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence"))["uploadBy"];
    }

    /// <summary>A program whose street asks for the files since the beginning of 2024.</summary>
    private static async Task<ApiFixture> GivenFilesRequired()
    {
        var api = await ApiFixture.StartAsync();
        await api.Change(CatalogueSteps.With("parameters", CatalogueSteps.Parameter("evidence.files", "required")));
        return api;
    }

    /// <summary>A warning on the spot whose evidence is these files.</summary>
    private static Dictionary<string, object?> CaseWith(params byte[][] files)
    {
        var body = CaseSteps.ASimpleCase(amountFen: 0);
        body["evidence"] = files.Select(f => new
        {
            kind = "AudioVisualMaterial",
            takenAt = CaseSteps.Monday.AddMinutes(-18),
            sha256 = SampleFiles.Sha256(f),
            description = "现场录像",
        });
        return body;
    }

    private static Task<ApiAnswer> Evidence(DecidedCase @case) => @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/evidence");

    private async Task<int> Viewings(Guid caseId) =>
        (await shared.SignedInAs("hg-officer1").GetJson($"cases/{caseId}/record"))["entries"]
            .EnumerateArray()
            .Count(e => e.GetProperty("type").GetString() == "file-viewed");

    private async Task<ApiAnswer> Part(string path, string userName, RangeItemHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        request.Headers.Authorization = new("Bearer", await shared.TokenOf(userName));
        request.Headers.Range = new(range.From, range.To);
        return await ApiAnswer.ReadAsync(await shared.Http.SendAsync(request));
    }
}
