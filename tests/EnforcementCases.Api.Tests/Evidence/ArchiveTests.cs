using System.IO.Compression;
using System.Net;
using System.Text;
using EnforcementCases.Api.Evidence.Archives;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Recording;
using EnforcementCases.Platform.Files;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Case files drawn as a ZIP: what is in each, that it is as its list states, and that it is never wrong in silence.</summary>
public sealed class ArchiveTests
{
    private const string Informant = "王举报";
    private const string Witness = "赵证人";
    private const string WitnessPhone = "13820001111";

    [Fact]
    public async Task The_whole_file_is_as_its_list_states_and_the_verifier_accepts_its_record()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenNotifiedCase(10_000_00, hearingRightNotified: true);
        await @case.HoldHearing();
        await @case.ReviewAndDiscuss(@case.At(24, 9));
        await new Uploader(api).Upload(@case.Id, OrdinarySteps.File, "application/pdf");
        var film = SampleFiles.Film(@case.At(0, 14), TimeSpan.FromMinutes(3));
        await new Uploader(api).Upload(@case.Id, film, "video/mp4");
        await @case.Pdf("SceneRecord"); // printed: the file of the print is in it
        await api.ContinueLog();

        var whole = await DrawnZip.Draw(api, @case.Id, "archive/whole");

        whole.ShouldBeAsListed().ShouldOpenAlone();
        whole.ShouldHaveItsPages("main/", "contents.pdf").ShouldHaveItsPages("inner/", "inner/contents.pdf");
        whole
            .Entries.Keys.Where(n => n.StartsWith("inner/0", StringComparison.Ordinal))
            .Select(KindOf)
            .ShouldBe(["LegalReviewOpinion", "CollectiveDiscussion"]);
        whole
            .Entries.Keys.Where(n => n.StartsWith("main/", StringComparison.Ordinal))
            .Select(KindOf)
            .ShouldBe([
                "ServiceReceipt",
                "ServiceReceipt",
                "CaseSource",
                "FilingApproval",
                "SceneRecord",
                "InquiryRecord",
                "InvestigationReport",
                "PriorNotice",
                "HearingRightNotice",
                "HearingNotice",
                "HearingRecord",
                "HearingReport",
            ]);
        whole.Entries["evidence/E002.mp4"].ShouldBe(film);
        whole.Entries.Values.ShouldContain(e => e.SequenceEqual(OrdinarySteps.File));
        Pdf.Tests.Poppler.CopiedText(whole.Entries["contents.pdf"]).ShouldNotContain("集体讨论");

        var record = Encoding.UTF8.GetString(whole.Entries["record/record.jsonl"]);
        (await LogSteps.Verify(await api.TrustIn(), record)).Single().ShouldStartWith("0 sound");
        whole.Entries["record/entries.jsonl"].Count(b => b == '\n').ShouldBe(record.Count(c => c == '\n') - 1);

        var entry = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record"))["entries"].EnumerateArray().Last();
        entry.GetProperty("type").GetString().ShouldBe("archive-drawn");
        var drawn = entry.GetProperty("content").GetProperty("data");
        drawn.GetProperty("manifest").GetString().ShouldBe(SampleFiles.Sha256(whole.Entries["manifest.json"]));
        (drawn.GetProperty("inner").GetBoolean(), drawn.GetProperty("bytes").GetInt64()).ShouldBe((true, whole.Answer.Bytes.Length));

        var main = (await DrawnZip.Draw(api, @case.Id, "archive?evidence=Hashes", "hg-officer1")).ShouldBeAsListed().ShouldOpenAlone();
        main.Entries.Keys.ShouldNotContain(n =>
            n.StartsWith("inner/", StringComparison.Ordinal) || n.StartsWith("evidence/", StringComparison.Ordinal)
        );
        main.Manifest.GetProperty("onlyHashes")
            .EnumerateArray()
            .ShouldContain(h => h.GetProperty("sha256").GetString() == SampleFiles.Sha256(film));
        main.Page.ShouldContain(SampleFiles.Sha256(film));
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/archive/whole")).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task The_file_for_the_party_has_no_inner_volume_and_nothing_of_others()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await GivenCaseOfAnInformant(api);
        var (photo, redacted) = (SampleFiles.Photo(), SampleFiles.Photo());
        var testimony = SampleFiles.Photo();
        await @case.Done("collect-evidence", Collected(@case, photo, "汉沽街道新开中路36号"));
        await @case.Done("record-inquiry", Testimony(@case, testimony));
        var device = new Uploader(api);
        var original = await device.Upload(@case.Id, photo);
        await device.Upload(@case.Id, testimony);
        var copy = await device.Begin(
            redacted.Length,
            ("case", @case.Id.ToString()),
            ("sha256", SampleFiles.Sha256(redacted)),
            ("filename", $"{Witness}.jpg"),
            ("parent", original.ToString()),
            ("copy", "Redacted"),
            ("reason", "遮盖路人面部")
        );
        (await device.Write(copy["id"].GetGuid(), 0, redacted)).Status.ShouldBe(204);
        await @case.DecideOnward();
        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));
        await api.ContinueLog();

        var drawn = (await DrawnZip.Draw(api, @case.Id, "archive?form=Party")).ShouldBeAsListed().ShouldOpenAlone();

        drawn.ShouldHaveItsPages("main/", "contents.pdf");
        var kinds = drawn.Entries.Keys.Where(n => n.StartsWith("main/", StringComparison.Ordinal)).Select(KindOf).ToList();
        kinds.Distinct().ShouldBe(["PenaltyDecision", "ServiceReceipt", "SceneRecord", "InquiryRecord", "PriorNotice"], ignoreOrder: true);
        drawn.Entries.Keys.ShouldNotContain(n =>
            n.StartsWith("inner/", StringComparison.Ordinal) || n.StartsWith("record/", StringComparison.Ordinal)
        );
        var evidence = drawn.Entries.Where(e => e.Key.StartsWith("evidence/", StringComparison.Ordinal)).Select(e => e.Value).ToList();
        evidence.ShouldHaveSingleItem().ShouldBe(redacted);
        var text = drawn.AllText();
        foreach (var hidden in new[] { Informant, Witness, WitnessPhone, SampleFiles.Sha256(photo), SampleFiles.Sha256(testimony) })
            text.ShouldNotContain(hidden);

        var main = (await DrawnZip.Draw(api, @case.Id, "archive")).AllText(); // what is hidden from the party is there
        foreach (var hidden in new[] { Informant, Witness, WitnessPhone, SampleFiles.Sha256(photo), SampleFiles.Sha256(testimony) })
            main.ShouldContain(hidden);
        (await api.SignedInAs("hg-teamlead").GetJson($"cases/{@case.Id}/archive/whole?form=Party")).ShouldBeProblem(
            422,
            "archive.inner-not-for-party"
        );
    }

    [Theory]
    [InlineData("Court", "行政诉讼证据材料目录")]
    [InlineData("Reconsideration", "行政复议答复材料目录")]
    public async Task Court_and_reconsideration_organ_see_what_proves_what_and_what_came_after_the_decision(string form, string title)
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenServedCase();
        await api.ContinueLog();

        var drawn = (await DrawnZip.Draw(api, @case.Id, $"archive?form={form}")).ShouldBeAsListed().ShouldOpenAlone();

        var names = drawn.Entries.Keys.Where(n => n.StartsWith("main/", StringComparison.Ordinal)).Select(KindOf).ToList();
        names.IndexOf("FilingApproval").ShouldBeLessThan(names.IndexOf("SceneRecord")); // in the order of the procedure
        names.IndexOf("SceneRecord").ShouldBeLessThan(names.IndexOf("PenaltyDecision"));
        var contents = Pdf.Tests.Poppler.CopiedText(drawn.Entries["contents.pdf"]);
        contents.ShouldContain(title);
        contents.ShouldContain("违法事实、调查取证的程序");
        contents.ShouldContain("法律依据");
        contents.Split("作出决定之后形成").Length.ShouldBe(2, contents); // the service alone came after the decision
        drawn.Entries.Keys.ShouldContain("record/record.jsonl");
    }

    [Fact]
    public async Task A_stored_file_that_was_changed_or_removed_is_named_and_nothing_is_drawn()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenDecidedCase();
        var (photo, other) = (SampleFiles.Photo(), SampleFiles.Photo());
        await new Uploader(api).Upload(@case.Id, photo);
        await new Uploader(api).Upload(@case.Id, other);
        await api.ContinueLog();
        var path = $"cases/{@case.Id}/archive";
        string Stored(byte[] file) => Path.Combine(api.DataDirectory, "files", SampleFiles.Sha256(file)[..2], SampleFiles.Sha256(file));
        (await DrawnZip.Draw(api, @case.Id, "archive")).ShouldBeAsListed().ShouldHaveItsPages("main/", "contents.pdf");

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Stored(photo), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllBytesAsync(Stored(photo), [.. photo[..^1], (byte)(photo[^1] ^ 1)], TestContext.Current.CancellationToken);
        var changed = await api.SignedInAs("hg-head").GetJson(path);
        changed.ShouldBeProblem(409, "file.changed");
        changed["detail"].GetString()!.ShouldContain(SampleFiles.Sha256(photo));

        await File.WriteAllBytesAsync(Stored(photo), photo, TestContext.Current.CancellationToken);
        File.Delete(Stored(other));
        (await api.SignedInAs("hg-head").GetJson(path)).ShouldBeProblem(409, "file.gone");
        var hashes = (await DrawnZip.Draw(api, @case.Id, "archive?evidence=Hashes")).ShouldBeAsListed();
        hashes.Page.ShouldContain(SampleFiles.Sha256(other));
        var entries = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record"))["entries"].EnumerateArray();
        entries.Count(e => e.GetProperty("type").GetString() == "archive-drawn").ShouldBe(2); // what was refused was not drawn
    }

    [Fact]
    public async Task Who_may_not_or_comes_at_the_wrong_time_is_refused()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenClue();
        var head = api.SignedInAs("hg-head");
        var path = $"cases/{@case.Id}/archive";

        (await head.GetJson(path)).ShouldBeProblem(409, "log.not-yet");
        await api.ContinueLog();
        (await api.SignedInAs("xc-head").GetJson(path)).ShouldBeProblem(404, "case.not-found");
        (await api.SignedInAs("xc-head").GetJson($"{path}/whole")).ShouldBeProblem(404, "case.not-found");
        (await api.SignedInAs("hg-cashier").GetJson(path)).ShouldBeProblem(403, "access.not-allowed");
        (await api.Anonymous.GetJson(path)).ShouldBeProblem(401, "access.not-signed-in");
        (await head.GetJson($"{path}?form=Party")).ShouldBeProblem(409, "archive.no-party");
        (await head.GetJson($"{path}?form=Everybody")).Status.ShouldBe(400);

        var turns = api.Services.GetRequiredService<ArchiveTurns>();
        using (turns.Enter())
        using (turns.Enter())
        {
            var refused = await head.GetJson(path);
            refused.ShouldBeProblem(429, "archive.busy");
            refused.Headers.RetryAfter.ShouldNotBeNull();
        }
        (await DrawnZip.Draw(api, @case.Id, "archive")).ShouldBeAsListed();
        Directory.GetFiles(Path.Combine(api.DataDirectory, "scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_zip_of_many_entries_has_the_size_that_was_announced_and_others_read_it()
    {
        var content = "街道"u8.ToArray();
        List<ZipItem> items =
        [
            .. Enumerable
                .Range(0, 70_000)
                .Select(i => new ZipItem($"many/{i:D5}.txt", Measured.Of(content), () => new MemoryStream(content))),
        ];
        using var output = new MemoryStream();

        await StoredZip.WriteAsync(items, output, CaseSteps.Monday, TestContext.Current.CancellationToken);

        output.Length.ShouldBe(StoredZip.LengthOf(items));
        using var zip = new ZipArchive(output);
        zip.Entries.Count.ShouldBe(70_000);
        using var reader = new StreamReader(zip.Entries[^1].Open());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("街道");
        zip.Entries[^1].LastWriteTime.DateTime.ShouldBe(CaseSteps.Monday.DateTime);

        var changed = items[0] with { Open = () => new MemoryStream("街道 "u8.ToArray()) };
        await Should.ThrowAsync<InvalidDataException>(() =>
            StoredZip.WriteAsync([changed], new MemoryStream(), CaseSteps.Monday, TestContext.Current.CancellationToken)
        );
    }

    private static async Task<OrdinaryCase> GivenCaseOfAnInformant(ApiFixture api)
    {
        var @case = await api.GivenClue(informant: Informant);
        await @case.Identify(@case.At(0, 9, 10), @case.PartyNumber);
        (await @case.ProposeFiling(@case.At(0, 8))).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(0, 11));
        (await @case.FileCase()).ShouldBe(HttpStatusCode.OK);
        return @case;
    }

    private static object Collected(OrdinaryCase @case, byte[] photo, string source) =>
        new
        {
            doneAt = @case.At(0, 14),
            attendance = OrdinaryCase.Attendance(@case.At(0, 13, 50)),
            items = new[]
            {
                new
                {
                    id = Guid.NewGuid(),
                    kind = "AudioVisualMaterial",
                    source,
                    takenAt = @case.At(0, 13, 55),
                    place = "新开中路36号门前",
                    sha256 = SampleFiles.Sha256(photo),
                    description = "现场照片",
                    how = "拍摄",
                },
            },
        };

    private static object Testimony(OrdinaryCase @case, byte[] signed) =>
        new
        {
            doneAt = @case.At(0, 14, 25),
            startedAt = @case.At(0, 14, 10),
            attendance = OrdinaryCase.Attendance(@case.At(0, 14, 5)),
            evidenceId = Guid.NewGuid(),
            place = "新开中路36号门前",
            inquiredName = Witness,
            @as = "Witness",
            inquiredDocumentNumber = "居民身份证 120108198001010010",
            inquiredAddress = $"新开中路38号，电话{WitnessPhone}",
            rightsNotifiedAt = @case.At(0, 14, 10),
            recusalAnswer = "不申请回避。",
            questions = new[] { new { question = "这些建筑材料是谁堆放的？", answer = "是36号装修的人家堆的。" } },
            checkedWords = "以上笔录我看过，与我说的一致。",
            signature = new { signed = true },
            recordSha256 = SampleFiles.Sha256(signed),
        };

    private static string KindOf(string name) => Path.GetFileNameWithoutExtension(name).Split('-')[^1];
}
