using System.Text.Json;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>How the body of an act is written down and read again. The bytes are hashed into the record as they are stored; see <see cref="StoredFormat"/>.</summary>
public static class ActJson
{
    /// <summary>Writes a body.</summary>
    public static byte[] Write(ActBody body) => StoredFormat.Write(body);

    /// <summary>Reads the body of an act, whatever version it was stored in.</summary>
    /// <exception cref="DomainException"><see cref="StoredFormat.Newer"/> or <see cref="StoredFormat.Unreadable"/>.</exception>
    public static ActBody Read(CaseAct act, byte[] bytes) => (ActBody)StoredFormat.Of(OrdinaryProcedure.Of(act)!.Body!).Read(bytes);

    /// <summary>The body as a reader of the file sees it: without the version of its stored form.</summary>
    public static JsonElement Show(ActBody body) => JsonSerializer.SerializeToElement(body, body.GetType(), StoredFormat.Json);
}
