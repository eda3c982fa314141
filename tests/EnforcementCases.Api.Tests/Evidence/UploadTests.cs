using System.Security.Cryptography;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Uploads in parts (tus 1.0.0): what is taken, what is refused, and that nothing is left of what was refused.</summary>
public sealed class UploadTests(ApiFixture api)
{
    private Uploader Device => new(api);

    [Fact]
    public async Task The_server_says_what_it_speaks()
    {
        var answer = await Device.Send(HttpMethod.Options, "uploads", null);

        answer.Status.ShouldBe(204);
        Uploader.Header(answer, "Tus-Version").ShouldBe("1.0.0");
        Uploader.Header(answer, "Tus-Extension").ShouldBe("creation,expiration,checksum,termination");
        Uploader.Header(answer, "Tus-Checksum-Algorithm").ShouldBe("sha1,sha256");
    }

    [Fact]
    public async Task A_file_in_three_parts_is_one_file_with_a_receipt()
    {
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo(90_000);
        var id = await Device.Begun(@case.Id, file, "image/jpeg");

        var first = await Device.Write(id, 0, file.AsMemory(0, 30_000));
        first.Status.ShouldBe(204);
        Uploader.Offset(first).ShouldBe(30_000);
        Uploader.Header(first, "Upload-Expires").ShouldNotBeNull();
        Uploader.Header(first, "Upload-Receipt").ShouldBeNull();
        var sum = Convert.ToBase64String(SHA256.HashData(file.AsSpan(30_000, 30_000)));
        Uploader.Offset(await Device.Write(id, 30_000, file.AsMemory(30_000, 30_000), $"sha256 {sum}")).ShouldBe(60_000);
        (await Device.Read(id))["receipt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var last = await Device.Write(id, 60_000, file.AsMemory(60_000));

        Uploader.Offset(last).ShouldBe(90_000);
        var receipt = (await Device.Read(id))["receipt"];
        receipt.GetProperty("fileId").GetString().ShouldBe(Uploader.Header(last, "Upload-Receipt"));
        receipt.GetProperty("sha256").GetString().ShouldBe(SampleFiles.Sha256(file));
        receipt.GetProperty("mediaType").GetString().ShouldBe("image/jpeg");
        Stored(file).ShouldBe(file);
        Staged(id).ShouldBeFalse();
        (await Device.Write(id, 90_000, default)).ShouldBeProblem(409, "upload.already-stored");
        (await Device.End(id)).ShouldBeProblem(409, "upload.already-stored");
    }

    [Fact]
    public async Task A_part_that_begins_elsewhere_changes_nothing()
    {
        var (id, file) = await Half();

        (await Device.Write(id, 0, file)).ShouldBeProblem(409, "upload.wrong-offset");
        (await Device.Write(id, 1_001, file.AsMemory(1_001))).ShouldBeProblem(409, "upload.wrong-offset");

        Uploader.Offset(await Device.Read(id)).ShouldBe(1_000);
        (await Device.Write(id, 1_000, file.AsMemory(1_000))).Status.ShouldBe(204);
        Stored(file).ShouldBe(file);
    }

    [Fact]
    public async Task A_part_with_another_checksum_is_dropped_and_comes_again()
    {
        var (id, file) = await Half();
        var wrong = Convert.ToBase64String(new byte[20]);

        (await Device.Write(id, 1_000, file.AsMemory(1_000), $"sha1 {wrong}")).ShouldBeProblem(460, "upload.checksum-differs");
        (await Device.Write(id, 1_000, file.AsMemory(1_000), "md5 AAAA")).ShouldBeProblem(400, "upload.header-malformed");
        (await Device.Write(id, 1_000, file.AsMemory(1_000), "sha1 AAAA")).ShouldBeProblem(400, "upload.header-malformed");

        Uploader.Offset(await Device.Read(id)).ShouldBe(1_000);
        (await Device.Write(id, 1_000, file.AsMemory(1_000))).Status.ShouldBe(204);
        Stored(file).ShouldBe(file);
    }

    [Fact]
    public async Task A_part_longer_than_declared_is_dropped()
    {
        var (id, file) = await Half();

        (await Device.Write(id, 1_000, new byte[5_000])).ShouldBeProblem(413, "upload.longer-than-declared");

        Uploader.Offset(await Device.Read(id)).ShouldBe(1_000);
        (await Device.Write(id, 1_000, file.AsMemory(1_000))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_file_that_is_not_the_declared_one_leaves_nothing_and_may_come_again()
    {
        var @case = await api.GivenDecidedCase();
        var (declared, sent) = (SampleFiles.Photo(), SampleFiles.Photo());
        var id = await Device.Begun(@case.Id, declared);

        (await Device.Write(id, 0, sent)).ShouldBeProblem(422, "upload.hash-differs");

        (await Device.Read(id)).ShouldBeProblem(404, "upload.not-found");
        (Staged(id), Stored(sent), Stored(declared)).ShouldBe((false, null, null));
        (await Files(@case.Id)).ShouldBeEmpty();
        await Device.Upload(@case.Id, declared);
        Stored(declared).ShouldBe(declared);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", null, "upload.type-not-taken")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", "upload.type-not-taken")]
    [InlineData("PK\u0003\u0004", "application/pdf", "upload.type-not-taken")]
    [InlineData("%PDF-1.7 a page", "image/jpeg", "upload.type-differs")]
    public async Task A_file_is_what_its_bytes_are(string content, string? declared, string code)
    {
        var @case = await api.GivenDecidedCase();
        byte[] file = [.. System.Text.Encoding.Latin1.GetBytes(content), .. Guid.NewGuid().ToByteArray()];
        var id = await Device.Begun(@case.Id, file, declared);

        (await Device.Write(id, 0, file)).ShouldBeProblem(415, code);

        (Staged(id), Stored(file)).ShouldBe((false, null));
        (await Files(@case.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_with_impossible_sides_is_refused()
    {
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo(width: 50_000, height: 50_000);
        var id = await Device.Begun(@case.Id, file);

        (await Device.Write(id, 0, file)).ShouldBeProblem(422, "evidence.picture-too-large");

        Stored(file).ShouldBeNull();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("C:\\cases\\1.jpg")]
    [InlineData("a/b.jpg")]
    [InlineData("..")]
    public async Task A_name_has_no_path(string name)
    {
        var @case = await api.GivenDecidedCase();

        (await Device.Begin(@case.Id, SampleFiles.Photo(), name)).ShouldBeProblem(400, "upload.name-with-path");
    }

    [Fact]
    public async Task What_is_declared_is_checked_before_a_byte_is_sent()
    {
        var @case = await api.GivenDecidedCase();
        var (id, hash) = (@case.Id.ToString(), new string('d', 64));

        (await Device.Begin(0, ("case", id), ("sha256", hash), ("filename", "a.jpg"))).ShouldBeProblem(422, "upload.empty");
        (await Device.Begin(1L << 40, ("case", id), ("sha256", hash), ("filename", "a.jpg"))).ShouldBeProblem(413, "upload.too-large");
        (await Device.Begin(5, ("sha256", hash), ("filename", "a.jpg"))).ShouldBeProblem(400, "upload.metadata-malformed");
        (await Device.Begin(5, ("case", "1"), ("sha256", hash), ("filename", "a.jpg"))).ShouldBeProblem(400, "upload.metadata-malformed");
        (await Device.Begin(5, ("case", id), ("sha256", "XX"), ("filename", "a.jpg"))).ShouldBeProblem(400, "upload.metadata-malformed");
        (await Device.Begin(5, ("case", id), ("sha256", hash))).ShouldBeProblem(400, "upload.metadata-malformed");
        (await Device.Begin(5, ("case", id), ("sha256", hash), ("filename", "a.jpg"), ("owner", "x"))).ShouldBeProblem(
            400,
            "upload.metadata-malformed"
        );
        (await Device.Begin(5, ("case", id), ("sha256", hash), ("filename", "a\u202Egpj.exe"))).ShouldBeProblem(
            422,
            "text.forbidden-character"
        );
        (await Device.Begin(5, ("case", id), ("sha256", hash), ("filename", "a.svg"), ("filetype", "image/svg+xml"))).ShouldBeProblem(
            415,
            "upload.type-not-taken"
        );
        (await Device.Send(HttpMethod.Post, "uploads", null, ("Tus-Resumable", "0.2.2"))).ShouldBeProblem(412, "upload.wrong-version");
        (await Device.Send(HttpMethod.Post, "uploads", null, ("Upload-Length", "-1"))).ShouldBeProblem(400, "upload.header-malformed");
    }

    [Fact]
    public async Task The_same_file_twice_in_a_case_is_refused_and_in_two_cases_is_stored_once()
    {
        var (first, second) = (await api.GivenDecidedCase(), await api.GivenDecidedCase());
        var file = SampleFiles.Photo();
        var slow = await Device.Begun(first.Id, file);
        await Device.Upload(first.Id, file);

        (await Device.Begin(first.Id, file)).ShouldBeProblem(409, "evidence.file-twice");
        (await Device.Write(slow, 0, file)).ShouldBeProblem(409, "evidence.file-twice");
        Staged(slow).ShouldBeFalse();
        await Device.Upload(second.Id, file);

        Stored(file).ShouldBe(file);
        (await Files(first.Id)).ShouldHaveSingleItem();
        (await Files(second.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_case_of_another_street_and_one_that_is_closed_take_nothing()
    {
        var @case = await api.GivenDecidedCase(amountFen: 0);
        var (stranger, password, _) = await api.GivenAccountInUse("Officer", "/tj/bhxq/xc/");
        var late = SampleFiles.Photo();
        var id = await Device.Begun(@case.Id, late);

        (await new Uploader(api, stranger) { Password = password }.Begin(@case.Id, SampleFiles.Photo())).ShouldBeProblem(
            404,
            "case.not-found"
        );
        (await new Uploader(api, stranger) { Password = password }.Read(id)).ShouldBeProblem(404, "upload.not-found");
        await @case.ReportBack();
        (await @case.Stage()).ShouldBe("Closed");

        (await Device.Begin(@case.Id, SampleFiles.Photo())).ShouldBeProblem(409, "evidence.case-closed");
        (await Device.Write(id, 0, late)).ShouldBeProblem(409, "evidence.case-closed");
        (Staged(id), Stored(late)).ShouldBe((false, null));
    }

    [Fact]
    public async Task A_colleague_neither_sees_nor_continues_nor_ends_an_upload()
    {
        var (id, file) = await Half();
        var colleague = new Uploader(api, "hg-officer2");

        (await colleague.Read(id)).ShouldBeProblem(404, "upload.not-found");
        (await colleague.Write(id, 1_000, file.AsMemory(1_000))).ShouldBeProblem(404, "upload.not-found");
        (await colleague.End(id)).ShouldBeProblem(404, "upload.not-found");
        Uploader.Offset(await Device.Read(id)).ShouldBe(1_000);
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_nothing()
    {
        var (id, file) = await Half();

        (await Device.End(id)).Status.ShouldBe(204);

        (await Device.Read(id)).ShouldBeProblem(404, "upload.not-found");
        (await Device.Write(id, 1_000, file.AsMemory(1_000))).ShouldBeProblem(404, "upload.not-found");
        Staged(id).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(1.0)]
    public async Task A_connection_that_is_cut_goes_on_where_it_was(double at)
    {
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo(300_000);
        var sent = at < 1 ? (int)(file.Length * at) : file.Length - 1;
        var id = await Device.Begun(@case.Id, file);

        await Device.WriteAndCut(id, 0, file, sent);
        Uploader.Offset(await Device.Read(id)).ShouldBe(sent);
        (await Device.Write(id, sent, file.AsMemory(sent))).Status.ShouldBe(204);

        Stored(file).ShouldBe(file);
        (await Files(@case.Id)).ShouldHaveSingleItem();
    }

    /// <summary>An upload of which a half has arrived.</summary>
    private async Task<(Guid Id, byte[] File)> Half()
    {
        var @case = await api.GivenDecidedCase();
        var file = SampleFiles.Photo();
        var id = await Device.Begun(@case.Id, file);
        (await Device.Write(id, 0, file.AsMemory(0, 1_000))).Status.ShouldBe(204);
        return (id, file);
    }

    private async Task<List<System.Text.Json.JsonElement>> Files(Guid caseId)
    {
        var list = await api.SignedInAs("hg-officer1").GetJson($"cases/{caseId}/evidence");
        list.Status.ShouldBe(200, list.Body.ToString());
        return [.. list["files"].EnumerateArray()];
    }

    private bool Staged(Guid id) => File.Exists(api.Services.GetRequiredService<StagedUploads>().PathOf(id));

    /// <summary>What the store has under the hash of a file; null if nothing.</summary>
    private byte[]? Stored(byte[] file)
    {
        var store = api.Services.GetRequiredService<Platform.Files.FileStore>();
        var name = SampleFiles.Sha256(file);
        return store.Has(name) ? store.Read(name) : null;
    }
}
