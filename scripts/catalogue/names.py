"""Names as AWS Step Functions spells them: those of the AWS SDK for Java 2.x."""
import re

# Services that Step Functions does not spell by the rule below (AWS Step Functions developer guide,
# "Supported AWS SDK service integrations"): model folder -> (service name, exception prefix).
SPELT_OTHERWISE = {
    "config": ("config", "Config"),
    "cur": ("costandusagereport", "CostAndUsageReport"),
    "discovery": ("applicationdiscovery", "ApplicationDiscovery"),
    "dms": ("databasemigration", "DatabaseMigration"),
    "ds": ("directory", "Directory"),
    "es": ("elasticsearch", "Elasticsearch"),
    "iotsecuretunneling": ("iotsecuretunneling", "IoTSecureTunneling"),
    "iotsitewise": ("iotsitewise", "IoTSiteWise"),
    "iotthingsgraph": ("iotthingsgraph", "IoTThingsGraph"),
    "memorydb": ("memorydb", "MemoryDB"),
    "lex-models": ("lexmodelbuilding", "LexModelBuilding"),
    "lex-runtime": ("lexruntime", "LexRuntime"),
    "marketplace-entitlement": ("marketplaceentitlement", "MarketplaceEntitlement"),
}

# Two models share a name; Step Functions means the first.
LEFT_OUT = {"sms-voice"}


def words(text):
    """The words of a name, parted as the Java SDK parts them."""
    text = re.sub(r"[^A-Za-z0-9]+", " ", text)
    text = re.sub(r"([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", text)
    text = re.sub(r"([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", text)
    text = text.replace("IoT", "Iot")
    text = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub(r"([0-9])([a-zA-Z])", r"\1 \2", text)
    return text.split()


def pascal_case(text):
    """`SSEKMSKeyId` is `SsekmsKeyId`, `VpcId` stays."""
    return "".join(word[:1].upper() + word[1:].lower() for word in words(text))


def field_name(member):
    """A field as the Java SDK names it: of capitals only the leading run is one word (`DBName` is `DbName`, `MultiAZ`
    stays). `equals` is taken by Java, so that it is `EqualsValue` (AWS Step Functions developer guide)."""
    if not member.isalnum():
        return pascal_case(member)
    end = 1
    while end < len(member) and member[end].isupper() and not member[end + 1 : end + 2].islower():
        end += 1
    name = member[0].upper() + member[1:end].lower() + member[end:]
    return "EqualsValue" if name == "Equals" else name


def camel_case(operation):
    """An action as it stands in a resource ARN: `PutItem` is `putItem`."""
    return operation[:1].lower() + operation[1:]


def service_name(folder, service_id):
    return SPELT_OTHERWISE.get(folder, (re.sub(r"[^a-z0-9]", "", service_id.lower()), None))[0]


def exception_prefix(folder, service_id):
    return SPELT_OTHERWISE.get(folder, (None, pascal_case(service_id)))[1]


def error_name(prefix, error):
    """`NoSuchKey` of S3 is `S3.NoSuchKeyException`; a Fault becomes an Exception."""
    for ending in ("Exception", "Fault"):
        if error.endswith(ending) and error != ending:
            error = error[: -len(ending)]
            break
    return f"{prefix}.{pascal_case(error)}Exception"
