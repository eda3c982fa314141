using System.Globalization;
using System.Text.Json;
using EnforcementCases.Persistence.Requests;

namespace EnforcementCases.Api.Webhooks;

/// <summary>An event as receivers get it: CloudEvents 1.0, structured JSON. It names the case and what happened; the receiver reads the rest with its own account, which shows it what it may see.</summary>
internal static class CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    /// <summary>The same bytes for each attempt.</summary>
    public static byte[] BytesOf(OutboxMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                specversion = "1.0",
                id = message.Id,
                source = "/api/v1/cases",
                type = $"cn.enforcement-cases.{JsonNamingPolicy.KebabCaseLower.ConvertName(message.Type)}.v1",
                subject = message.SubjectId,
                time = message.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                sequence = message.Seq.ToString("D19", CultureInfo.InvariantCulture), // texts of one length sort as the numbers do
                datacontenttype = "application/json",
                data = new
                {
                    caseId = message.SubjectId,
                    organisationPath = message.OwnerPath,
                    act = message.Detail,
                },
            }
        );
}
