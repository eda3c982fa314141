using System.Text;
using EnforcementCases.Transparency;

// Verifies an exported record: EnforcementCases.Verifier BUNDLE TRUST. Needs neither database nor network; the exit code is that of BundleVerdict.
if (args.Length != 2)
{
    await Console.Error.WriteLineAsync(
        """
        EnforcementCases.Verifier BUNDLE TRUST
        校验导出的全过程记录，不需要数据库和网络 | verifies an exported record, without database and network
        0 完好 sound · 1 被改动 tampered · 2 尾部未锚定 unanchored · 3 密钥或者日志未知 unknown key · 4 输入有误 bad input
        """
    );
    return (int)BundleVerdict.BadInput;
}
try
{
    var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    var texts = new List<string>();
    foreach (var file in args)
        texts.Add(utf8.GetString(await File.ReadAllBytesAsync(file)));
    var result = BundleCheck.Run(texts[0], texts[1]);
    Console.WriteLine(result);
    return (int)result.Verdict;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return (int)BundleVerdict.BadInput;
}
