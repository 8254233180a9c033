// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
  private static void check(String url, String system, String namespace, String host, int port) {
    JdbcUrl parsed = JdbcUrl.parse(url);

    assertThat(parsed.systemName()).isEqualTo(system);
    assertThat(parsed.namespace()).isEqualTo(namespace);
    assertThat(parsed.serverAddress()).isEqualTo(host);
    assertThat(parsed.serverPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "jdbc:postgresql://PG.host/Shop          ! postgresql ! shop ! pg.host     ! -1",
        "jdbc:postgresql://pg:5432/shop          ! postgresql ! shop ! pg          ! -1",
        "jdbc:postgresql://pg:5433/shop?user=ann ! postgresql ! shop ! pg          ! 5433",
        "jdbc:postgresql://pg/shop?currentSchema=s&user=ann ! postgresql ! shop|s ! pg ! -1",
        "jdbc:postgresql:///shop                 ! postgresql ! shop ! -           ! -1",
        "jdbc:postgresql:shop                    ! postgresql ! -    ! -           ! -1",
        "jdbc:postgresql://[2001:db8::1]:1/shop  ! postgresql ! shop ! 2001:db8::1 ! 1",
        "jdbc:postgresql://a,b:5432/shop         ! postgresql ! shop ! a,b         ! -1",
        "jdbc:postgresql://a,b:1/shop            ! postgresql ! shop ! a:5432,b:1  ! -1",
        "jdbc:postgresql://[::1],b:1/shop        ! postgresql ! shop ! [::1]:5432,b:1 ! -1",
        "jdbc:postgresql://a,b,c,d,e,f/shop      ! postgresql ! shop ! a,b,c,d,e   ! -1",
        "jdbc:postgresql://ann:pw@pg/shop        ! postgresql ! shop ! pg          ! -1",
        "jdbc:postgresql://ann:p,w@a,b/shop      ! postgresql ! shop ! a,b         ! -1",
        "jdbc:postgresql://pg/shop?user=a@b.c    ! postgresql ! shop ! pg          ! -1",
        "jdbc:mysql://my:3307/shop?user=ann      ! mysql      ! shop ! my          ! 3307",
        "jdbc:mysql:my:3306                      ! mysql      ! -    ! my          ! -1",
        "jdbc:mysql:replication://a:1,b:2/shop   ! mysql      ! shop ! a:1,b:2     ! -1",
        "jdbc:mysql:replication://address=(host=a)(port=33)(password=p@ss,w),address=(host=b)/shop"
            + " ! mysql ! shop ! a:33,b:3306 ! -1",
        "jdbc:mariadb://my/shop                  ! mariadb    ! shop ! my          ! -1",
        "jdbc:mariadb:10.0.0.1:33/shop           ! mariadb    ! shop ! 10.0.0.1    ! 33",
        "jdbc:mariadb:sequential://a,b:33/shop   ! mariadb    ! shop ! a:3306,b:33 ! -1",
        "jdbc:mariadb:failover://address=(host=a)(port=3306)(user=u)/shop ! mariadb ! shop ! a ! -1",
        "jdbc:db2://db:77/shop:user=u;password=p; ! ibm.db2   ! shop ! db          ! 77",
        "jdbc:as400://db/                        ! ibm.db2    ! -    ! db          ! -1",
        "jdbc:sap://hana:30015/?databaseName=d   ! sap.hana   ! d    ! hana        ! 30015",
        "jdbc:clickhouse:https://ch:8443/d?ssl=1 ! clickhouse ! d    ! ch          ! 8443",
        "jdbc:informix-sqli://i:99/d:INFORMIXSERVER=s;user=u ! ibm.informix ! d ! i ! 99",
        "jdbc:informix-direct://d:999;user=u     ! ibm.informix ! d  ! -           ! -1",
        "jdbc:oceanbase:oracle://o:1521          ! oracle.db  ! -    ! o           ! 1521",
        "jdbc:polardb://p                        ! polardb    ! -    ! p           ! -1",
        "jdbc:lindorm:table:url=http://l:30060/d ! lindorm    ! d    ! l           ! 30060",
        "jdbc:datadirect:postgresql://p;DatabaseName=d ! postgresql ! d ! p        ! -1",
        "jdbc:redshift://r:5439/d                ! other_sql  ! d    ! r           ! 5439",
        "jdbc:unknown://u:70000/d                ! other_sql  ! d    ! -           ! -1",
        "jdbc:unknown:opaque;password=p          ! other_sql  ! -    ! -           ! -1",
      })
  void parse_networkUrl(String url, String system, String namespace, String host, int port) {
    check(url, system, namespace, host, port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "jdbc:sqlserver://ms;databaseName=d                   ! d       ! ms      ! -1",
        "jdbc:sqlserver://ms:1434;database=d;user=u           ! d       ! ms      ! 1434",
        "jdbc:sqlserver://ms\\inst:44;databaseName=d          ! inst|d  ! ms      ! 44",
        "jdbc:sqlserver://;serverName=ms\\inst:44;databaseName=; ! inst ! ms      ! 44",
        "jdbc:sqlserver://;serverName=[2001:db8::1\\inst]:43  ! inst    ! 2001:db8::1 ! 43",
        "jdbc:sqlserver://a;databaseName=d;failoverPartner=b:1 ! d      ! a:1433,b:1 ! -1",
        "jdbc:sqlserver://ms;password=a@b,c                   ! -       ! ms      ! -1",
        "jdbc:microsoft:sqlserver://;                         ! -       ! localhost ! -1",
        "jdbc:jtds:sqlserver://ms:1444/d;instance=inst        ! inst|d  ! ms      ! 1444",
        "jdbc:jtds:sqlserver://ms;instance=inst;database=d    ! inst|d  ! ms      ! -1",
        "jdbc:datadirect:sqlserver://ms:1;DatabaseName=d      ! d       ! ms      ! 1",
      })
  void parse_sqlServerUrl(String url, String namespace, String host, int port) {
    check(url, "microsoft.sql_server", namespace, host, port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "jdbc:oracle:thin:u/pw@ora:55:sid         ! sid ! ora ! 55",
        "jdbc:oracle:thin:u/p@w@//ora/svc         ! svc ! ora ! -1",
        "jdbc:oracle:thin:@ora:1521/svc           ! svc ! ora ! -1",
        "jdbc:oracle:thin:@ora:sid                ! sid ! ora ! -1",
        "jdbc:oracle:thin:ora:sid                 ! sid ! ora ! -1",
        "jdbc:oracle:thin:@tns_name               ! tns_name ! - ! -1",
        "jdbc:oracle:oci8:@                       ! -   ! -   ! -1",
        "jdbc:oracle:thin:@tcps://[::1]:2,b:2/svc?retry=3 ! svc ! [::1]:2,b:2 ! -1",
        "jdbc:oracle:thin:@ldap://dir:55/some,cn=ctx ! some,cn=ctx ! dir ! 55",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora)(PORT=66))"
            + "(CONNECT_DATA=(SERVICE_NAME=svc))) ! svc ! ora ! 66",
        "jdbc:oracle:thin:@ ( description = (address_list = (address = (host = a )(port = 1521))"
            + "(address=(host=b)(port=2)))(connect_data=(sid=s))) ! s ! a:1521,b:2 ! -1",
        "jdbc:oracle:thin:@(description_list=(description=(address=(host=a)))"
            + "(description=(address=(host=b)))) ! - ! - ! -1",
        "jdbc:oracle:thin:@//a,x=y/svc            ! svc ! -   ! -1",
      })
  void parse_oracleUrl(String url, String namespace, String host, int port) {
    check(url, "oracle.db", namespace, host, port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "jdbc:h2:mem:Test;DB_CLOSE_DELAY=-1      ! h2database ! test    ! -  ! -1",
        "jdbc:h2:mem:                            ! h2database ! -       ! -  ! -1",
        "jdbc:h2:~/shop                          ! h2database ! ~/shop  ! -  ! -1",
        "jdbc:h2:file:C:/d/shop;USER=u;PASSWORD=p ! h2database ! c:/d/shop ! - ! -1",
        "jdbc:h2:tcp://h:9092/d/shop;user=u      ! h2database ! d/shop  ! h  ! 9092",
        "jdbc:h2:ssl://h:8082/shop               ! h2database ! shop    ! h  ! -1",
        "jdbc:hsqldb:shop                        ! hsqldb     ! shop    ! -  ! -1",
        "jdbc:hsqldb:mem:shop;user=u?password=p  ! hsqldb     ! shop    ! -  ! -1",
        "jdbc:hsqldb:hsqls://h/shop              ! hsqldb     ! shop    ! h  ! -1",
        "jdbc:hsqldb:http://h:81/shop            ! hsqldb     ! shop    ! h  ! 81",
        "jdbc:hsqldb:https://h:443               ! hsqldb     ! -       ! h  ! -1",
        "jdbc:derby:shop;create=true             ! derby      ! shop    ! -  ! -1",
        "jdbc:derby:memory:;databaseName=shop    ! derby      ! shop    ! -  ! -1",
        "jdbc:derby://h:222/memory:shop;user=u   ! derby      ! shop    ! h  ! 222",
        "jdbc:derby:directory:/a/b/shop          ! derby      ! shop    ! -  ! -1",
        "jdbc:derby:classpath:/a/shop            ! derby      ! /a/shop ! -  ! -1",
        "jdbc:sqlite:/tmp/shop.db                ! sqlite     ! shop.db ! -  ! -1",
        "jdbc:sqlite:file:shop?mode=memory       ! sqlite     ! shop    ! -  ! -1",
        "jdbc:sqlite::memory:                    ! sqlite     ! :memory: ! - ! -1",
        "jdbc:sqlite:                            ! sqlite     ! -       ! -  ! -1",
      })
  void parse_embeddedUrl(String url, String system, String namespace, String host, int port) {
    check(url, system, namespace, host, port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:otel:mysql://my:1/shop",
        "jdbc:p6spy:mysql://my:1/shop",
        "jdbc:tracing:mysql://my:1/shop",
        "jdbc:aws-wrapper:mysql://my:1/shop",
        "jdbc:tc:mysql://my:1/shop",
        "jdbc:tc:mysql:8.0.36://my:1/shop",
        "jdbc:otel:p6spy:mysql://my:1/shop",
        "jdbc-secretsmanager:mysql://my:1/shop",
        " JDBC:MYSQL://MY:1/SHOP ",
      })
  void parse_wrappedUrl_readsTheInnerOne(String url) {
    check(url, "mysql", "shop", "my", 1);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"jdbc:", "jdbc::", "bogus:string", "jdbc:mysql", "://", "jdbc:tc:"})
  void parse_noJdbcUrl_isOther(String url) {
    check(url, "other_sql", null, null, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mariadb:failover://ann:S3cret,a/ss@h1:3306,h2:3306/db",
        "jdbc:mariadb:failover://ann:p,S3cret?ss@h1:3306,h2:3306/db",
        "jdbc:mariadb:failover://ann:p,S3cret#ss@h1:3306,h2:3306/db",
        "jdbc:mariadb:failover://ann:123,S3cret?x=y@h1:3306,h2:3306/db",
        "jdbc:mariadb:failover://ann:123,S3cret?x=y@address=(host=h1)/db",
        "jdbc:postgresql://ann:S3cret/S3cret@pg:5432",
        "jdbc:postgresql://ann:S3cret@pg/db?password=S3cret",
        "jdbc:mysql://address=(host=h)(user=ann)(password=S3cret)/db",
        "jdbc:mysql://(host=h,user=ann,password=S3cret)/db",
        "jdbc:oracle:thin:ann/S3cret@//h/s",
        "jdbc:oracle:thin:ann/S3@S3cret@h:1:s",
        "jdbc:oracle:thin:ann/S3cret@(description=(address=(host=h)))",
        "jdbc:sqlserver://h;user=ann;password={S3cret;S3cret}",
        "jdbc:h2:mem:d;USER=ann;PASSWORD=S3cret",
        "jdbc:derby:d;user=ann;password=S3cret",
        "jdbc:db2://h/d:user=ann;password=S3cret;",
        "jdbc:unknown:ann/S3cret@h",
        "jdbc:unknown:/d;user=ann;password=S3cret",
        "jdbc:sqlite:/d?user=ann&password=S3cret",
      })
  void parse_credentials_neverComeOut(String url) {
    JdbcUrl parsed = JdbcUrl.parse(url);

    String all = parsed.systemName() + parsed.namespace() + parsed.serverAddress();
    assertThat(all).doesNotContain("s3").doesNotContain("S3").doesNotContain("ann");
  }

  @Test
  void parse_anyCharacters_neverThrows() {
    Random random = new Random(5);
    String[] families = {"h2:", "oracle:thin:", "sqlserver:", "mysql:", "db2:", "derby:", "tc:"};
    String alphabet = "/:@;?=&,#()[]\\ a1.%-";

    for (int i = 0; i < 50_000; i++) {
      StringBuilder url = new StringBuilder("jdbc:").append(families[i % families.length]);
      for (int c = random.nextInt(20); c > 0; c--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      JdbcUrl parsed = JdbcUrl.parse(url.toString());
      assertThat(parsed.systemName()).as(url.toString()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d, STANDARD",
    "jdbc:oracle:thin:@h:1:s, STANDARD",
    "jdbc:mysql://h/d, MYSQL",
    "jdbc:mariadb://h/d, MYSQL",
    "jdbc:sqlserver://h, SQL_SERVER",
    "jdbc:sqlite:d, SQL_SERVER",
    "jdbc:h2:mem:d, H2",
    "jdbc:clickhouse://h/d, CLICKHOUSE",
    "jdbc:redshift://h/d, UNKNOWN",
  })
  void dialect_followsSystem(String url, SqlDialect dialect) {
    assertThat(JdbcUrl.parse(url).dialect()).isEqualTo(dialect);
  }
}
