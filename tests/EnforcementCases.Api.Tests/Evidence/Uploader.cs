using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>A device that uploads as tus 1.0.0 asks.</summary>
internal sealed class Uploader(ApiFixture api, string userName = "hg-officer1")
{
    /// <summary>Password of the account.</summary>
    public string Password { get; init; } = ApiFixture.DemoPassword;

    /// <summary>Begins an upload.</summary>
    /// <param name="metadata">Names and values; a null value leaves the name out.</param>
    public Task<ApiAnswer> Begin(long length, params (string Name, string? Value)[] metadata) =>
        Send(
            HttpMethod.Post,
            "uploads",
            null,
            ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
            (
                "Upload-Metadata",
                string.Join(
                    ',',
                    metadata
                        .Where(m => m.Value is not null)
                        .Select(m => $"{m.Name} {Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Value!))}")
                )
            )
        );

    /// <summary>Begins the upload of a file for a case.</summary>
    public Task<ApiAnswer> Begin(Guid caseId, byte[] file, string name = "现场照片.jpg", string? type = null, string? sha256 = null) =>
        Begin(
            file.Length,
            ("case", caseId.ToString()),
            ("sha256", sha256 ?? SampleFiles.Sha256(file)),
            ("filename", name),
            ("filetype", type)
        );

    /// <summary>Begins the upload of a file for a case, which has to succeed.</summary>
    public async Task<Guid> Begun(Guid caseId, byte[] file, string? type = null, string? sha256 = null)
    {
        var begun = await Begin(caseId, file, type: type, sha256: sha256);
        begun.Status.ShouldBe(201, begun.Body.ToString());
        begun.Headers.Location!.ToString().ShouldBe($"/api/v1/uploads/{begun["id"].GetGuid()}");
        return begun["id"].GetGuid();
    }

    /// <summary>Uploads a part.</summary>
    public Task<ApiAnswer> Write(Guid id, long offset, ReadOnlyMemory<byte> part, string? checksum = null) =>
        Send(
            HttpMethod.Patch,
            $"uploads/{id}",
            new ReadOnlyMemoryContent(part) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } },
            ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)),
            ("Upload-Checksum", checksum)
        );

    /// <summary>Uploads a whole file in one part; answers with its id.</summary>
    public async Task<Guid> Upload(Guid caseId, byte[] file, string? type = null)
    {
        var id = await Begun(caseId, file, type);
        var written = await Write(id, 0, file);
        written.Status.ShouldBe(204, written.Body.ToString());
        return Guid.Parse(Header(written, "Upload-Receipt")!);
    }

    public Task<ApiAnswer> Read(Guid id) => api.SignedInAs(userName, Password).GetJson($"uploads/{id}");

    public Task<ApiAnswer> End(Guid id) => Send(HttpMethod.Delete, $"uploads/{id}", null);

    public static string? Header(ApiAnswer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public static long Offset(ApiAnswer answer) => long.Parse(Header(answer, "Upload-Offset")!, CultureInfo.InvariantCulture);

    /// <summary>Sends the beginning of a part; once it is on the disk, the connection is cut and the rest never comes.</summary>
    /// <param name="sent">How many bytes of the part are sent.</param>
    public async Task WriteAndCut(Guid id, long offset, ReadOnlyMemory<byte> part, int sent)
    {
        var there = api.Services.GetRequiredService<StagedUploads>();
        using var socket = new TcpClient();
        await socket.ConnectAsync(api.Http.BaseAddress!.Host, api.Http.BaseAddress.Port);
        var stream = socket.GetStream();
        var head =
            $"PATCH /api/v1/uploads/{id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {await api.TokenOf(userName)}\r\nTus-Resumable: 1.0.0\r\n"
            + $"Upload-Offset: {offset}\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {part.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(part[..sent]);
        await Patience.UntilAsync(() => there.LengthOf(id) == offset + sent);
        socket.LingerState = new(enable: true, seconds: 0); // the connection is reset
    }

    public async Task<ApiAnswer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        var session =
            Password == ApiFixture.DemoPassword ? await api.TokenOf(userName) : (await api.SignIn(userName, Password)).AccessToken;
        request.Headers.Authorization = new("Bearer", session);
        if (!headers.Any(h => h.Name == "Tus-Resumable"))
            request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
            request.Headers.TryAddWithoutValidation(name, value);
        return await ApiAnswer.ReadAsync(await api.Http.SendAsync(request));
    }
}
